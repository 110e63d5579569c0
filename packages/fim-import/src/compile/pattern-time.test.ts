import { describe, expect, it } from '@jest/globals';
import { isLinear, vetPattern, wellKnownPatterns } from './pattern.js';
import { isPlain } from './plain-pattern.js';
import { PatternVetting } from './pattern-vetting.js';

describe('patterns of foreign schemas', () => {
  it.each([
    '(a|a)*',
    '(a|aa)+',
    '(\\w|\\d)+!',
    '([a-z]|[a-y])*1',
    '[\\s\\S]*[\\s\\S]*[\\s\\S]*x',
    '(a+)+',
    '(.*a){12}',
    '(?=(a+)+b)a',
    '(a|b|ab)*c(?=d)',
    '([a-z]{1,30}-?){1,20}',
  ])('are refused where a text can make them take very long: %s', (pattern) => {
    expect(vetPattern(pattern)).toHaveProperty('problem');
  });

  it.each([...wellKnownPatterns, '[1-9][0-9]{12}', '[\\p{L}0-9. ]*', '[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}'])(
    'are taken where none can: %s',
    (pattern) => {
      // A busy machine gets all the time it wants: what is asked is the judgement.
      expect(isLinear(pattern, 60_000)).toBe(true);
      expect(vetPattern(`^${pattern}$`)).toEqual({ pattern });
    },
    120_000,
  );

  it.each(['[0-9]{0,65535}', '[A-Za-z0-9 ]{1,1000}', '[A-Z]{150}[0-9]{1,151}', '\\p{L}+-[^x]'])(
    'are taken without an analysis where they are plain: %s',
    (pattern) => {
      expect(vetPattern(pattern)).toEqual({ pattern });
    },
  );

  it.each(['(C:|D:)\\\\1[a-z]+', '(a|b)\\{1000'])(
    'are examined and taken where a backslash only stands before a sign that looks like one: %s',
    (pattern) => expect(vetPattern(pattern)).toEqual({ pattern }),
    120_000,
  );

  it.each(['a{99999999999}b*c*', '(?:a{1000}b?)*', '\\d{1000000000}', '(a|b){0,5000}', '(a)\\1', '(a)\\\\\\1', '(?<n>a+)\\k<n>'])(
    'are refused without an analysis where they repeat too often or refer back: %s',
    (pattern) => {
      expect(vetPattern(pattern)).toMatchObject({ problem: { en: expect.stringContaining('was not examined') } });
    },
  );

  it.each(['\\d*\\d*\\d*x', '(a*)*', 'a*?b', '[a-z', '\\1+', '[a--b]+'])(
    'are not plain with more than one repetition, groups or what is odd: %s',
    (pattern) => {
      expect(isPlain(pattern)).toBe(false);
    },
  );

  it('are examined up to twenty in one schema; plain ones do not count', () => {
    const vetting = new PatternVetting();
    const results = Array.from({ length: 22 }, (_, count) => vetting.vet(`(?:[a-z]{${count + 1}}-)?x`));
    expect(results.filter((result) => 'pattern' in result)).toHaveLength(20);
    expect(vetting.vet('[A-Z]{3}')).toHaveProperty('pattern');
    expect(vetting.vet('(?:[a-z]{1}-)?x')).toHaveProperty('pattern');
  });
});
