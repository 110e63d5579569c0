import type { Condition, Effect, Operand, Statement } from '@serviceportal/form-engine';
import { say, type Message } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';

const effects: readonly Effect[] = ['require', 'forbid', 'valid'];

/** Conditions in conditions; the translations that FIM publishes have 5 levels at most. */
const deepest = 50;

/**
 * Reads the rules of one element as the FIM portal translates them (`/api/v1/translated-rules/{id}/{version}`): an array of
 * `{effect, target?, message?, condition}` in the vocabulary of our AST.
 * @param file names the source in errors
 * @throws FimInputError for anything else
 */
export function readTranslatedRules(json: unknown, file: string): readonly Statement[] {
  const fail: Fail = (what) => {
    const head = say({ de: 'Das ist keine übersetzte FIM-Regel', en: 'This is no translated FIM rule' });
    throw new FimInputError('fim-translated-rules-invalid', file, `${head}: ${say(what)}.`);
  };
  if (!Array.isArray(json)) return fail({ de: 'Erwartet wird eine Liste', en: 'a list is expected' });
  return json.map((entry: unknown): Statement => {
    const fields = fieldsOf(entry) ?? fail({ de: 'Erwartet wird ein Objekt je Regel', en: 'an object is expected for each rule' });
    const effect =
      effects.find((known) => known === fields.get('effect')) ??
      fail({ de: 'effect fehlt oder ist unbekannt', en: 'effect is missing or unknown' });
    // Absent values come as null from some clients of the portal.
    const target = fields.get('target') ?? undefined;
    const message = fields.get('message');
    if (target !== undefined ? !isIdentifier(target) : effect !== 'valid') {
      fail({ de: 'target fehlt oder beginnt nicht mit self', en: 'target is missing or does not begin with self' });
    }
    return {
      effect,
      ...(typeof target === 'string' && { target }),
      condition: readCondition(fields.get('condition'), fail, deepest),
      ...(typeof message === 'string' && { message }),
    };
  });
}

type Fail = (what: Message) => never;

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;

const isIdentifier = (value: unknown): value is string => typeof value === 'string' && /^self(\.[A-Za-z]\w*)*$/.test(value);

function readCondition(value: unknown, fail: Fail, depth: number): Condition {
  if (typeof value === 'boolean') return value;
  if (depth === 0) return fail({ de: `mehr als ${deepest} Bedingungen ineinander`, en: `more than ${deepest} conditions in one another` });
  const [[keyword, content] = [], more] = [...(fieldsOf(value) ?? [])];
  if (keyword === undefined || more !== undefined) {
    return fail({ de: 'eine Bedingung hat genau ein Schlüsselwort', en: 'a condition has exactly one keyword' });
  }
  if (keyword === 'identifier') return { identifier: readIdentifier(content, fail) };
  if (keyword === 'is_empty') return { is_empty: { identifier: readIdentifier(fieldsOf(content)?.get('identifier'), fail) } };
  if (keyword === 'not') return { not: readCondition(content, fail, depth - 1) };
  const parts: readonly unknown[] = Array.isArray(content)
    ? content
    : fail({ de: `${keyword} braucht eine Liste`, en: `${keyword} needs a list` });
  const conditions = () => parts.map((part) => readCondition(part, fail, depth - 1));
  switch (keyword) {
    case 'equal':
      return { equal: readPair(parts, fail) };
    case 'not_equal':
      return { not_equal: readPair(parts, fail) };
    case 'and':
      return { and: conditions() };
    case 'or':
      return { or: conditions() };
    case 'xor':
      return { xor: conditions() };
    default:
      return fail({ de: `${keyword} ist unbekannt`, en: `${keyword} is unknown` });
  }
}

function readIdentifier(value: unknown, fail: Fail): string {
  return isIdentifier(value) ? value : fail({ de: 'identifier beginnt nicht mit self', en: 'identifier does not begin with self' });
}

function readPair(parts: readonly unknown[], fail: Fail): readonly [Operand, Operand] {
  const [left, right, more] = parts;
  if (parts.length !== 2 || more !== undefined) return fail({ de: 'ein Vergleich hat zwei Seiten', en: 'a comparison has two sides' });
  return [readOperand(left, fail), readOperand(right, fail)];
}

function readOperand(value: unknown, fail: Fail): Operand {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return { identifier: readIdentifier(fieldsOf(value)?.get('identifier'), fail) };
}
