import type { Condition, Effect, Operand, Statement } from '@serviceportal/form-engine';
import { FimInputError } from '../xml/fim-input-error.js';

const effects: readonly Effect[] = ['require', 'forbid', 'valid'];

/**
 * Reads the rules of one element as the FIM portal translates them (`/api/v1/translated-rules/{id}/{version}`): an array of
 * `{effect, target?, message?, condition}` in the vocabulary of our AST.
 * @param file names the source in errors
 * @throws FimInputError for anything else
 */
export function readTranslatedRules(json: unknown, file: string): readonly Statement[] {
  const fail = (what: string): never => {
    throw new FimInputError('fim-translated-rules-invalid', file, `Das ist keine übersetzte FIM-Regel: ${what}.`);
  };
  if (!Array.isArray(json)) return fail('Erwartet wird eine Liste');
  return json.map((entry: unknown): Statement => {
    const fields = fieldsOf(entry) ?? fail('Erwartet wird ein Objekt je Regel');
    const effect = effects.find((known) => known === fields.get('effect')) ?? fail('effect fehlt oder ist unbekannt');
    const target = fields.get('target');
    const message = fields.get('message');
    if (target !== undefined ? !isIdentifier(target) : effect !== 'valid') fail('target fehlt oder beginnt nicht mit self');
    return {
      effect,
      ...(typeof target === 'string' && { target }),
      condition: readCondition(fields.get('condition'), fail),
      ...(typeof message === 'string' && { message }),
    };
  });
}

type Fail = (what: string) => never;

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;

const isIdentifier = (value: unknown): value is string => typeof value === 'string' && /^self(\.[A-Za-z]\w*)*$/.test(value);

function readCondition(value: unknown, fail: Fail): Condition {
  if (typeof value === 'boolean') return value;
  const [[keyword, content] = [], more] = [...(fieldsOf(value) ?? [])];
  if (keyword === undefined || more !== undefined) return fail('eine Bedingung hat genau ein Schlüsselwort');
  if (keyword === 'identifier') return { identifier: readIdentifier(content, fail) };
  if (keyword === 'is_empty') return { is_empty: { identifier: readIdentifier(fieldsOf(content)?.get('identifier'), fail) } };
  if (keyword === 'not') return { not: readCondition(content, fail) };
  const parts: readonly unknown[] = Array.isArray(content) ? content : fail(`${keyword} braucht eine Liste`);
  const conditions = () => parts.map((part) => readCondition(part, fail));
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
      return fail(`${keyword} ist unbekannt`);
  }
}

function readIdentifier(value: unknown, fail: Fail): string {
  return isIdentifier(value) ? value : fail('identifier beginnt nicht mit self');
}

function readPair(parts: readonly unknown[], fail: Fail): readonly [Operand, Operand] {
  const [left, right, more] = parts;
  if (parts.length !== 2 || more !== undefined) return fail('ein Vergleich hat zwei Seiten');
  return [readOperand(left, fail), readOperand(right, fail)];
}

function readOperand(value: unknown, fail: Fail): Operand {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return { identifier: readIdentifier(fieldsOf(value)?.get('identifier'), fail) };
}
