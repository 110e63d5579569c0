import { type Condition, identifiersOf } from '@serviceportal/form-engine';
import type { RuleCursor } from './rule-cursor.js';

/** A condition, and the word that joins it to the one before. */
interface JoinedPart {
  readonly joint?: 'and' | 'or';
  readonly part: Condition;
  /** It goes on with the element before: `… ODER = 003`. */
  readonly elliptic: boolean;
}

/** Reads what stands between the joints. `check` refuses what never or always holds. */
export interface PartReader {
  readonly read: () => Condition;
  readonly namesElement: () => boolean;
  readonly check: (joint: 'and' | 'or', offset: number) => void;
}

const fillers = 'wenn|falls|sofern|aber|zugleich|gleichzeitig|zudem|außerdem|zusätzlich|auch|ebenfalls|weiterhin|ferner|dass';

/** `UND`, `ODER`, `sowie`, `bzw.`, `&&`, perhaps with a comma before and words that say no more after it. */
export function takeConditionJoint(cursor: RuleCursor): 'and' | 'or' | undefined {
  const joint = cursor.takePattern(/,?\s*(&&|\|\||und\s*\/?\s*oder|und|sowie|oder|bzw\.?)(?![\p{L}\p{N}])/iu)?.[1]?.toLowerCase();
  if (joint === undefined) return undefined;
  while (cursor.take(fillers)) continue;
  return joint === 'und' || joint === 'sowie' || joint === '&&' ? 'and' : 'or';
}

/**
 * Comparisons joined by UND and ODER. UND binds more tightly, which is noted; a mixture that a reader could still group in
 * another way is not understood.
 */
export function readJoinedConditions(cursor: RuleCursor, reader: PartReader): Condition {
  const either = cursor.take('entweder');
  const first: JoinedPart = { part: reader.read(), elliptic: false };
  const listed = cursor.attempt(() => readList(cursor, reader)) ?? [];
  const parts = [first, ...listed];
  for (;;) {
    const offset = cursor.offset;
    const next = cursor.attempt(() => readNext(cursor, reader));
    if (next === undefined) break;
    if (next.elliptic) reader.check(next.joint, offset);
    parts.push(next);
  }
  const joints = new Set(parts.flatMap(({ joint }) => joint ?? []));
  const conditions = parts.map(({ part }) => part);
  if (joints.size === 0) return first.part;
  if (joints.size === 2) return withPrecedence(cursor, parts, either || listed.length > 0);
  if (joints.has('and')) return { and: conditions };
  return either ? { xor: conditions } : { or: conditions };
}

function readNext(cursor: RuleCursor, reader: PartReader): JoinedPart & { readonly joint: 'and' | 'or' } {
  const joint = takeConditionJoint(cursor) ?? cursor.fail({ de: 'Erwartet wird UND oder ODER', en: 'Expected: UND or ODER' });
  const elliptic = !reader.namesElement();
  return { joint, elliptic, part: reader.read() };
}

/** `A, B und C`: the comma stands for the word before the last one. */
function readList(cursor: RuleCursor, reader: PartReader): readonly JoinedPart[] {
  const parts: Condition[] = [];
  while (cursor.startsWith(() => takeConditionJoint(cursor) ?? cursor.fail({ de: 'Kein Wort', en: 'No word' })) === false) {
    if (!cursor.takeMark(',') || !reader.namesElement()) cursor.fail({ de: 'Keine Aufzählung', en: 'No list' });
    parts.push(reader.read());
  }
  if (parts.length === 0) return cursor.fail({ de: 'Keine Aufzählung', en: 'No list' });
  const last = readNext(cursor, reader);
  return [...parts.map((part) => ({ joint: last.joint, part, elliptic: false })), last];
}

function withPrecedence(cursor: RuleCursor, parts: readonly JoinedPart[], unclear: boolean): Condition {
  const mixed = { de: 'UND und ODER sind ohne Klammern gemischt', en: 'UND and ODER are mixed without brackets' };
  if (unclear || parts.some(({ elliptic }) => elliptic)) return cursor.reject(mixed);
  const alternatives: Condition[][] = [];
  parts.forEach(({ joint, part }, index) => {
    const before = parts[index - 1];
    if (joint === 'and') alternatives.at(-1)?.push(part);
    else alternatives.push([part]);
    // `A = 1 UND B = 2 ODER B = 3`: the two about B may be meant as one.
    if (joint === 'or' && before !== undefined && shareElement(before.part, part)) cursor.reject(mixed);
  });
  cursor.note({
    de: 'UND und ODER stehen ohne Klammern nebeneinander; gelesen ist: UND bindet stärker',
    en: 'UND and ODER stand side by side without brackets; read as: UND binds more tightly',
  });
  return { or: alternatives.map((all) => (all.length === 1 ? (all[0] ?? false) : { and: all })) };
}

function shareElement(one: Condition, other: Condition): boolean {
  const named = new Set(identifiersOf(one));
  return identifiersOf(other).some((identifier) => named.has(identifier));
}
