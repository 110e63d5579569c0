import type { Code } from '@serviceportal/form-engine';
import { alike } from './alike.js';
import type { RuleCursor } from './rule-cursor.js';

export const truths: ReadonlyMap<string, boolean> = new Map([
  ['ja', true],
  ['wahr', true],
  ['true', true],
  ['nein', false],
  ['falsch', false],
  ['false', false],
]);

/** One code of a list: by code, by label, or both, quoted or not. A code that the list lacks is taken and noted. */
export function readCode(cursor: RuleCursor, codes: readonly Code[]): string {
  const offset = cursor.next.start;
  const unknown = 'Hier steht weder ein Code noch die Bezeichnung eines Codes der Liste';
  return (
    cursor.attempt(() => readKnownCode(cursor, codes, offset)) ??
    cursor.attempt(() => readLabel(cursor, codes)) ??
    cursor.attempt(() => readTruthLabel(cursor, codes)) ??
    cursor.attempt(() => readUnknownCode(cursor, codes, offset)) ??
    cursor.fail(unknown)
  );
}

function readKnownCode(cursor: RuleCursor, codes: readonly Code[], offset: number): string {
  const open = cursor.takeQuote();
  const longestFirst = codes.toSorted((a, b) => b.code.length - a.code.length);
  const code = longestFirst.find((candidate) => cursor.takeText(candidate.code)) ?? readPaddedCode(cursor, codes, offset);
  if (open && cursor.takeQuote()) {
    takeLabelOf(cursor, code, codes);
    return code.code;
  }
  if (open) takeRemark(cursor, code, codes);
  else takeLabelOf(cursor, code, codes);
  return code.code;
}

/** `1`, `01` for 001: authors add and lose zeros. */
function readPaddedCode(cursor: RuleCursor, codes: readonly Code[], offset: number): Code {
  const digits = cursor.takePattern(/\d+(?![\p{L}\p{N}])/u)?.[0] ?? cursor.fail('Erwartet wird ein Code');
  const same = codes.filter(({ code }) => /^\d+$/.test(code) && Number(code) === Number(digits));
  const [only, second] = same;
  if (only === undefined || second !== undefined) return cursor.fail('Kein Code der Liste');
  cursor.note(`Den Code „${digits}“ gibt es in der Liste nicht; gelesen als „${only.code}“`, offset);
  return only;
}

/** Inside the quotation: `"001 Auskunft wurde beantragt"`. The code decides, unless the rest is the label of another one. */
function takeRemark(cursor: RuleCursor, code: Code, codes: readonly Code[]): void {
  cursor.takePattern(/[-–=:]/);
  const rest = cursor.takePattern(/[^"„“”»«']*/)?.[0] ?? '';
  if (!cursor.takeQuote()) cursor.fail('Erwartet wird ein Anführungszeichen');
  refuseLabelOfAnother(cursor, rest, code, codes);
}

/** The label beside a code is a remark, unless it is that of another code: then one of the two is wrong. */
function takeLabelOf(cursor: RuleCursor, code: Code, codes: readonly Code[]): void {
  const taken = cursor.attempt(() => {
    if (!cursor.takeMark('-–:') && cursor.next.text === '=') cursor.takeToken('operator');
    const { kind, text } = cursor.next;
    const quoted = kind === 'quoted' && (alike(text, code.label) || !startsWithLabel(text, code));
    if (quoted) {
      refuseLabelOfAnother(cursor, text, code, codes);
      cursor.takeToken('quoted');
      return true;
    }
    const open = cursor.takeQuote();
    if (!cursor.takeText(code.label)) return cursor.fail('Erwartet wird die Bezeichnung des Codes');
    cursor.takePattern(/\./);
    const closed = cursor.takePattern(/["”“'](?!\p{L})/u) !== undefined;
    if (open !== closed) cursor.note('Ein Anführungszeichen fehlt');
    return true;
  });
  if (taken === undefined && cursor.next.kind === 'quoted') cursor.fail(`Die Bezeichnung gehört zu einem anderen Code als ${code.code}`);
}

/** A quotation that is not closed swallows what follows: `"ja, dann erscheint F1 "`. */
const startsWithLabel = (text: string, { label }: Code): boolean =>
  text.toLowerCase().startsWith(label.toLowerCase()) && /^[\s]*[,.]?\s*(dann|so|zeige|und|oder)\b/i.test(text.slice(label.length));

function refuseLabelOfAnother(cursor: RuleCursor, text: string, code: Code, codes: readonly Code[]): void {
  if (alike(text, code.label)) return;
  if (codes.some((other) => other.code !== code.code && alike(other.label, text))) {
    cursor.fail(`Die Bezeichnung gehört zu einem anderen Code als ${code.code}`);
  }
}

function readLabel(cursor: RuleCursor, codes: readonly Code[]): string {
  const { kind, text } = cursor.next;
  if (kind === 'quoted') {
    const named = codes.filter(({ label }) => alike(label, text));
    const [only, second] = named;
    if (only !== undefined && second === undefined) {
      cursor.takeToken('quoted');
      return only.code;
    }
  }
  const open = cursor.takeQuote();
  const longestFirst = codes.toSorted((a, b) => b.label.length - a.label.length);
  const found = longestFirst.find(({ label }) => codes.filter((other) => alike(other.label, label)).length === 1 && cursor.takeText(label));
  if (found === undefined) return cursor.fail('Keine Bezeichnung der Liste');
  const closed = cursor.takePattern(/\.?["”“'](?!\p{L})/u) !== undefined;
  if (open !== closed) cursor.note('Ein Anführungszeichen fehlt');
  return found.code;
}

/** `wahr` in a list that has Ja and Nein. */
function readTruthLabel(cursor: RuleCursor, codes: readonly Code[]): string {
  const open = cursor.takeQuote();
  const { kind, text } = cursor.next;
  const truth = kind === 'word' ? truths.get(text.toLowerCase()) : undefined;
  const meant = codes.filter(
    ({ code, label }) => truth !== undefined && [code, label].some((one) => truths.get(one.toLowerCase()) === truth),
  );
  const [only, second] = meant;
  if (only === undefined || second !== undefined) return cursor.fail('Die Liste hat kein Ja und Nein');
  cursor.takeToken('word');
  if (open && !cursor.takeQuote()) cursor.note('Ein Anführungszeichen fehlt');
  return only.code;
}

/** A code that the list does not have: nothing equals it. */
function readUnknownCode(cursor: RuleCursor, codes: readonly Code[], offset: number): string {
  const open = cursor.takeQuote();
  const code = cursor.takePattern(/\d+(?![\p{L}\p{N}])/u)?.[0] ?? cursor.fail('Erwartet wird ein Code');
  if (codes.some((known) => known.code === code || (/^\d+$/.test(known.code) && Number(known.code) === Number(code)))) {
    cursor.fail('Code und Bezeichnung passen nicht zusammen');
  }
  if (open) {
    cursor.takePattern(/[^"„“”»«']*/);
    if (!cursor.takeQuote()) cursor.fail('Erwartet wird ein Anführungszeichen');
  } else {
    if (!cursor.takeMark('-–:') && cursor.next.text === '=') cursor.takeToken('operator');
    const label = cursor.takeToken('quoted')?.text;
    if (label !== undefined && codes.some((other) => alike(other.label, label))) cursor.fail('Code und Bezeichnung passen nicht zusammen');
  }
  cursor.note(`Den Code „${code}“ gibt es in der Liste nicht; kein Wert ist ihm gleich`, offset);
  return code;
}
