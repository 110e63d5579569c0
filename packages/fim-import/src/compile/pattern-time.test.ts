import { describe, expect, it } from '@jest/globals';
import { isLinear, vetPattern, wellKnownPatterns } from './pattern.js';

describe('patterns of foreign schemas', () => {
  it.each(['(a|a)*', '(a|aa)+', '(\\w|\\d)+!', '([a-z]|[a-y])*1', '[\\s\\S]*[\\s\\S]*[\\s\\S]*x', '(a+)+', '(.*a){12}'])(
    'are refused where a text can make them take very long: %s',
    (pattern) => {
      expect(vetPattern(pattern)).toHaveProperty('problem');
    },
  );

  it.each([...wellKnownPatterns, '[1-9][0-9]{12}', '[\\p{L}0-9. ]*', '[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}'])(
    'are taken where none can: %s',
    (pattern) => {
      expect(isLinear(pattern)).toBe(true);
      expect(vetPattern(`^${pattern}$`)).toEqual({ pattern });
    },
  );
});
