import type { Code } from '@serviceportal/form-engine';
import type { Message } from '../language.js';
import { alike, plain } from './alike.js';
import type { RuleCursor } from './rule-cursor.js';

export const truths: ReadonlyMap<string, boolean> = new Map([
  ['ja', true],
  ['wahr', true],
  ['true', true],
  ['nein', false],
  ['falsch', false],
  ['false', false],
]);

interface Order {
  /** Longest first: `01` begins `011`. */
  readonly byCode: readonly Code[];
  /** The same by label, without labels that several codes share. */
  readonly byLabel: readonly Code[];
}

const orders = new WeakMap<readonly Code[], Order>();

/** Lists may have ten thousand codes, and each is looked at for each value in each rule. */
function orderOf(codes: readonly Code[]): Order {
  const known = orders.get(codes);
  if (known !== undefined) return known;
  const times = new Map<string, number>();
  for (const { label } of codes) times.set(plain(label), (times.get(plain(label)) ?? 0) + 1);
  const order = {
    byCode: codes.toSorted((a, b) => b.code.length - a.code.length),
    byLabel: codes.filter(({ label }) => times.get(plain(label)) === 1).sort((a, b) => b.label.length - a.label.length),
  };
  orders.set(codes, order);
  return order;
}

/** One code of a list: by code, by label, or both, quoted or not. A code that the list lacks is taken and noted. */
export function readCode(cursor: RuleCursor, codes: readonly Code[]): string {
  const offset = cursor.next.start;
  const unknown = {
    de: 'Hier steht weder ein Code noch die Bezeichnung eines Codes der Liste',
    en: 'Here stands neither a code nor the label of a code of the list',
  };
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
  const code = orderOf(codes).byCode.find((candidate) => cursor.takeText(candidate.code)) ?? readPaddedCode(cursor, codes, offset);
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
  const digits = cursor.takePattern(/\d+(?![\p{L}\p{N}])/u)?.[0] ?? cursor.fail({ de: 'Erwartet wird ein Code', en: 'Expected: a code' });
  const same = codes.filter(({ code }) => /^\d+$/.test(code) && Number(code) === Number(digits));
  const [only, second] = same;
  if (only === undefined || second !== undefined) return cursor.fail({ de: 'Kein Code der Liste', en: 'No code of the list' });
  cursor.note(
    {
      de: `Den Code „${digits}“ gibt es in der Liste nicht; gelesen als „${only.code}“`,
      en: `The list has no code “${digits}”; read as “${only.code}”`,
    },
    offset,
  );
  return only;
}

/** Inside the quotation: `"001 Auskunft wurde beantragt"`. The code decides, unless the rest is the label of another one. */
function takeRemark(cursor: RuleCursor, code: Code, codes: readonly Code[]): void {
  cursor.takePattern(/[-–—=:]/);
  const rest = cursor.takePattern(/[^"„“”»«'‚‘’]*/)?.[0] ?? '';
  if (!cursor.takeQuote()) cursor.fail({ de: 'Erwartet wird ein Anführungszeichen', en: 'Expected: a quotation mark' });
  refuseLabelOfAnother(cursor, rest, code, codes);
}

/** The label beside a code is a remark, unless it is that of another code: then one of the two is wrong. */
function takeLabelOf(cursor: RuleCursor, code: Code, codes: readonly Code[]): void {
  const taken = cursor.attempt(() => {
    const bracket = cursor.takeMark('([');
    if (!bracket && !cursor.takeMark('-–—:') && cursor.next.text === '=') cursor.takeToken('operator');
    const { kind, text } = cursor.next;
    const quoted = kind === 'quoted' && (alike(text, code.label) || !startsWithLabel(text, code));
    if (quoted) {
      refuseLabelOfAnother(cursor, text, code, codes);
      cursor.takeToken('quoted');
      return !bracket || closeBracket(cursor);
    }
    const open = cursor.takeQuote();
    if (!cursor.takeText(code.label))
      return cursor.fail({ de: 'Erwartet wird die Bezeichnung des Codes', en: 'Expected: the label of the code' });
    cursor.takePattern(/\./);
    const closed = cursor.takePattern(/["”“'‘’](?!\p{L})/u) !== undefined;
    if (open !== closed) cursor.note({ de: 'Ein Anführungszeichen fehlt', en: 'A quotation mark is missing' });
    return !bracket || closeBracket(cursor);
  });
  if (taken === undefined && cursor.next.kind === 'quoted') cursor.fail(labelOfAnother(code));
}

const closeBracket = (cursor: RuleCursor): true => cursor.takeMark(')]') || cursor.fail({ de: 'Erwartet wird )', en: 'Expected: )' });

/** A quotation that is not closed swallows what follows: `"ja, dann erscheint F1 "`. */
const startsWithLabel = (text: string, { label }: Code): boolean =>
  text.toLowerCase().startsWith(label.toLowerCase()) && /^[\s]*[,.]?\s*(dann|so|zeige|und|oder)\b/i.test(text.slice(label.length));

const labelOfAnother = ({ code }: Code): Message => ({
  de: `Die Bezeichnung gehört zu einem anderen Code als ${code}`,
  en: `The label belongs to another code than ${code}`,
});

function refuseLabelOfAnother(cursor: RuleCursor, text: string, code: Code, codes: readonly Code[]): void {
  if (alike(text, code.label)) return;
  if (codes.some((other) => other.code !== code.code && alike(other.label, text))) {
    cursor.fail(labelOfAnother(code));
  }
}

function readLabel(cursor: RuleCursor, codes: readonly Code[]): string {
  const { kind, text } = cursor.next;
  if (kind === 'quoted') {
    const named = codes.filter(({ label }) => alike(label, text));
    const [only, second] = named;
    if (only !== undefined && second === undefined) {
      cursor.takeToken('quoted');
      return withOwnCode(cursor, only, codes);
    }
  }
  const open = cursor.takeQuote();
  const found = orderOf(codes).byLabel.find(({ label }) => cursor.takeText(label));
  if (found === undefined) return cursor.fail({ de: 'Keine Bezeichnung der Liste', en: 'No label of the list' });
  const closed = cursor.takePattern(/\.?["”“'‘’](?!\p{L})/u) !== undefined;
  if (open !== closed) cursor.note({ de: 'Ein Anführungszeichen fehlt', en: 'A quotation mark is missing' });
  return withOwnCode(cursor, found, codes);
}

/** `in Deutschland (001)`: the code behind the label must be its own. */
function withOwnCode(cursor: RuleCursor, { code }: Code, codes: readonly Code[]): string {
  const behind = cursor.attempt(() => {
    if (!cursor.takeMark('([')) cursor.fail({ de: 'Erwartet wird (', en: 'Expected: (' });
    const found = codes.find((one) => cursor.takeText(one.code)) ?? cursor.fail({ de: 'Kein Code der Liste', en: 'No code of the list' });
    closeBracket(cursor);
    return found.code;
  });
  if (behind !== undefined && behind !== code) {
    cursor.fail({ de: 'Code und Bezeichnung passen nicht zusammen', en: 'Code and label do not fit together' });
  }
  return code;
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
  if (only === undefined || second !== undefined)
    return cursor.fail({ de: 'Die Liste hat kein Ja und Nein', en: 'The list has no yes and no' });
  cursor.takeToken('word');
  if (open && !cursor.takeQuote()) cursor.note({ de: 'Ein Anführungszeichen fehlt', en: 'A quotation mark is missing' });
  return only.code;
}

/** A code that the list does not have: nothing equals it. */
function readUnknownCode(cursor: RuleCursor, codes: readonly Code[], offset: number): string {
  const open = cursor.takeQuote();
  const code = cursor.takePattern(/\d+(?![\p{L}\p{N}])/u)?.[0] ?? cursor.fail({ de: 'Erwartet wird ein Code', en: 'Expected: a code' });
  if (codes.some((known) => known.code === code || (/^\d+$/.test(known.code) && Number(known.code) === Number(code)))) {
    cursor.fail({ de: 'Code und Bezeichnung passen nicht zusammen', en: 'Code and label do not fit together' });
  }
  if (open) {
    cursor.takePattern(/[^"„“”»«']*/);
    if (!cursor.takeQuote()) cursor.fail({ de: 'Erwartet wird ein Anführungszeichen', en: 'Expected: a quotation mark' });
  } else {
    if (!cursor.takeMark('-–:') && cursor.next.text === '=') cursor.takeToken('operator');
    const label = cursor.takeToken('quoted')?.text;
    if (label !== undefined && codes.some((other) => alike(other.label, label)))
      cursor.fail({ de: 'Code und Bezeichnung passen nicht zusammen', en: 'Code and label do not fit together' });
  }
  cursor.note(
    {
      de: `Den Code „${code}“ gibt es in der Liste nicht; kein Wert ist ihm gleich`,
      en: `The list has no code “${code}”; no value equals it`,
    },
    offset,
  );
  return code;
}
