import { afterEach, describe, expect, test } from '@jest/globals';
import { type Message, speak } from '../language.js';
import { lint } from './lint.js';
import { readTextForLint } from './read-lint.js';
import { checks, undecidable } from './registry.js';
import { samples } from './samples.test-support.js';

afterEach(() => speak('de'));

/** Words that only one of the languages has. Names of FIM such as Datentyp are in both, and what is quoted stays as it is. */
const german = /\b(?:der|die|das|ist|nicht|und|oder|Sie|steht|nennt|fehlt)\b/;
const english = /\b(?:the|is|are|not|and|or|has|have|names|stands|missing)\b/;

const own = (text: string): string => text.replace(/[„“][^„“”]*[“”]/g, '');

describe('texts of the checks', () => {
  const tables: Message[] = [
    ...[...checks.values()].flatMap(({ fix, note }) => (note === undefined ? [fix] : [fix, note])),
    ...undecidable.values(),
  ];

  test('that stand in tables are in German and in English', () => {
    expect(tables.filter(({ de, en }) => english.test(own(de)) || german.test(own(en)))).toEqual([]);
  });

  test.each(samples)('%s says what is wrong in German and in English', (code, wrong) => {
    const messages = (language: 'de' | 'en'): readonly string[] => {
      speak(language);
      return lint(readTextForLint(wrong, 'a.xml')).flatMap((finding) => (finding.code === code ? [finding.message] : []));
    };
    const [de, en] = [messages('de'), messages('en')];
    expect(de.filter((text) => english.test(own(text)))).toEqual([]);
    expect(en.filter((text) => german.test(own(text)))).toEqual([]);
    expect(en).toHaveLength(de.length);
  });
});
