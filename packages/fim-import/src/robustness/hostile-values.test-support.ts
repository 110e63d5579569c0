/** Values that break careless readers, by the kind of place where they hurt. */

// prettier-ignore
export const hostileIds = [
  '__proto__', 'constructor', 'toString', 'F1__proto__', '../../etc/passwd', 'F0500/F0600', 'F05000000001V1.0.0', 'F"><x a="', 'f05000000001',
  'F05 000 000 001', 'F٠٥٠٠٠', `F1${'0'.repeat(5_000)}`, '', ' ', '1', 'F-1', 'F_1', 'F0500.0000', 'S1\\..\\..', 'CON1', 'F1%2e%2e', 'F1\u202e', 'F1*', 'F1[0]',
] as const;

// prettier-ignore
export const hostileVersions = ['1.2.3.4.5', '9'.repeat(40), '1.', '.1', '٣', '-1', '1e9', 'V1.0', '', '0', '00.00', `1${'.1'.repeat(500)}`] as const;

// prettier-ignore
export const hostileCounts = [
  '0:0', '5:2', '1:999999999', '999999999:*', '999999999:999999999', '1:9999999999', '-1:1', '1:-1', '*:*', '1:1e9', '１:１', ':', '', '1', '0x1:0x2',
  '1:1:1', '1 : *', 'NaN:Infinity', '0:*',
] as const;

// prettier-ignore
export const hostileTexts = [
  'constructor', '__proto__', 'toString', 'hasOwnProperty', '2024-99-99', '0000-00-00', '2023-02-29', '1e999', 'NaN', '-0', 'true', 'TRUE', '001', '9'.repeat(400), '0,1',
  '\u202eabc\u202c', 'a\u200b\u200d\ufeffb', 'Z\u0351\u036b\u0343', '\u{1f415}', '\ufffd', '\uffff', '{{constructor}}', '<script>alert(1)</script>', '${process}',
  "'; drop table", '%s%n', '\\', '"', ']]>', '&amp;', ' ', '\n\n\n', 'x'.repeat(70_000), 'ß'.repeat(3_000), 'javascript:alert(1)', 'https://[', 'data:text/html,x',
  'urn:xoev-de:fim:codeliste:__proto__', '../../../secret.xml', 'C:\\x', '\u0085', '\u2028',
] as const;

// prettier-ignore
export const hostilePatterns = [
  '(a+)+$', '^(a|a)*$', '(a|aa)+', '([a-zA-Z]+)*1', '(.*a){25}', '(?=(a+))a*b', '(?<!a)b', '(x+x+)+y', '\\d{1000000000}', '[0-9]{0,65535}', '(a{1,1000}){1,1000}',
  '((((((((((a*)*)*)*)*)*)*)*)*)*)', '(', '[', '*', 'a)|(b', '\\1(a)', '(?<n>a)\\k<n>', '[a-\\d]', '[z-a]', '\\p{Unknown}', '\\u{110000}', '', '^$', '$^', '.', '.*.*.*.*.*.*.*=',
  `${'(a?)'.repeat(60)}${'a'.repeat(60)}`, `${'['.repeat(200)}`, `${'(a|'.repeat(300)}b${')'.repeat(300)}`, `[${'a-z'.repeat(200)}]+`, 'a{2,1}', 'a{99999999999}', '(?i)a', '\\Qx\\E',
  '[[a-z]&&[aeiou]]', '[a--b]', '\\cA\\0\\x01', '([\\w.-]+)+@([\\w.-]+)+', '(\\s*\\w+\\s*)*;', '\u202e(a+)+', '\\p{L}*\\p{L}*\\p{L}*\\p{L}*!',
] as const;

/** Bounds, as attributes of version 3 or members of version 2. */
// prettier-ignore
export const hostileBounds = [
  '999999999999999999', '-5', '1e5', '0x10', '', '1.5', 'Infinity', 'NaN', '२', '2024-13-01', '2024-12-31', '99999', '1,5', '1.000,00', '0', '-0', '+7',
] as const;

/** Whole values of a version 2 Präzisierung. */
// prettier-ignore
export const hostilePraezisierungen = [
  '{"pattern":"(a+)+"}', '{"minLength":"9","maxLength":"1"}', '{"__proto__":{"pattern":"x"}}', '{"pattern":"\\u0000\\u0001"}', '{"pattern":"\\ud800"}', '{', '{}', '[]', 'null',
  '5..1', '1..', '..', '999999999999999999999', `{"pattern":${'['.repeat(5_000)}`, `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`, '{"pattern":"\\"}', '{"maxLength":1e400}',
] as const;

// prettier-ignore
export const hostileNames = ['__proto__', 'constructor', 'xdf3:struktur', 'xdf3:datenfeld', 'xdf3:datenfeldgruppe', 'xdf:regel', 'code', 'xdf3:relation', 'other', 'xdf3:id', 'xmlns', 'a.b-c', 'x:y'] as const;

// prettier-ignore
export const hostileEncodings = ['utf-8', 'UTF-16', 'utf-16le', 'iso-8859-1', 'windows-1252', 'us-ascii', 'klingon', 'utf-7', 'x-user-defined', 'gb18030', 'replacement', ''] as const;
