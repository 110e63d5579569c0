import { describe, expect, test } from '@jest/globals';
import { parseJson } from './parse-json.js';

describe('parseJson', () => {
  test('reads JSON, also after a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": [1, "ä"]}')).toEqual({ value: { a: [1, 'ä'] } });
  });

  test.each([
    ['a missing quotation mark', '{\n  "a": x\n}', 2, 8],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['a comma too many', '{"a": 1,}', 1, 9],
    ['a comment', '{\r\n  // nothing\r\n}', 2, 3],
    ['something after the end', '{}\n{}', 2, 1],
    ['the end too early', '{\n"a": 1', 2, 7],
    ['nothing', '', 1, 1],
  ])('says where there is %s', (_, text, line, column) => {
    expect(parseJson(text)).toEqual({ broken: { line, column } });
  });

  test('survives what is nested too deeply to be searched', () => {
    expect(parseJson('['.repeat(200_000))).toHaveProperty('broken');
  });
});
