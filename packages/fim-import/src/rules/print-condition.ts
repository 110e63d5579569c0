import type { Condition, DateParts, Operand } from '@serviceportal/form-engine';

/** Puts a name beside an id: `F1 "Label"`. */
export type NameOf = (identifier: string) => string;

export const idsOnly: NameOf = (identifier) => identifier.replace(/^self\./, '');

/** A condition as German text that reads back as the same condition. */
export function printCondition(condition: Condition, name: NameOf = idsOnly): string {
  const each = (parts: readonly Condition[]): string => parts.map((part) => printCondition(part, name)).join('; ');
  if (typeof condition === 'boolean') return condition ? 'immer' : 'nie';
  if ('identifier' in condition) return `[${idsOnly(condition.identifier)} bejaht]`;
  if ('is_empty' in condition) return `${name(condition.is_empty.identifier)} leer ist`;
  if ('not' in condition) {
    const inner = condition.not;
    if (typeof inner === 'object' && 'is_empty' in inner) return `${name(inner.is_empty.identifier)} nicht leer ist`;
    return `nicht (${printCondition(inner, name)})`;
  }
  if ('and' in condition) return joined(condition.and, ' UND ', name) ?? `alles von (${each(condition.and)})`;
  if ('or' in condition) return joined(condition.or, ' ODER ', name) ?? `eines von (${each(condition.or)})`;
  if ('xor' in condition) return `genau eines von (${each(condition.xor)})`;
  if ('at_least' in condition) return `mindestens ${condition.at_least.count} von (${each(condition.at_least.of)})`;
  if ('at_most' in condition) return `höchstens ${condition.at_most.count} von (${each(condition.at_most.of)})`;
  if ('land' in condition) return `[Land ${condition.land.join(', ')}]`;
  if ('valid_date' in condition) return `[${printParts(condition.valid_date)} ein Datum]`;
  return printComparison(condition, name);
}

function joined(parts: readonly Condition[], joint: string, name: NameOf): string | undefined {
  return parts.length < 2 ? undefined : `(${parts.map((part) => printCondition(part, name)).join(joint)})`;
}

function printComparison(condition: Exclude<Condition, boolean>, name: NameOf): string {
  if ('equal' in condition) return pair(condition.equal, '=', name);
  if ('not_equal' in condition) return pair(condition.not_equal, '<>', name);
  if ('less' in condition) return pair(condition.less, '<', name);
  if ('less_or_equal' in condition) return pair(condition.less_or_equal, '<=', name);
  if ('greater' in condition) return pair(condition.greater, '>', name);
  return 'greater_or_equal' in condition ? pair(condition.greater_or_equal, '>=', name) : 'nie';
}

/** For people without brackets. */
function pair([left, right]: readonly [Operand, Operand], sign: string, name: NameOf): string {
  if (name === idsOnly) return `[${printOperand(left)} ${sign} ${printOperand(right)}]`;
  const side = (operand: Operand): string =>
    typeof operand === 'object' && 'identifier' in operand ? name(operand.identifier) : printOperand(operand);
  return `${side(left)} ${sign} ${side(right)}`;
}

export function printOperand(operand: Operand): string {
  if (typeof operand === 'string') return JSON.stringify(operand);
  if (typeof operand === 'boolean') return operand ? 'wahr' : 'falsch';
  if (typeof operand === 'number') return String(operand);
  if ('identifier' in operand) return idsOnly(operand.identifier);
  if ('count' in operand) return `Anzahl ${idsOnly(operand.count.identifier)}`;
  if ('date' in operand) return `Datum ${printParts(operand.date)}`;
  if ('age' in operand) return `Alter ${printOperand(operand.age)}`;
  const moved = (amount: number | undefined, unit: string): string =>
    amount === undefined ? '' : ` ${amount < 0 ? '-' : '+'}${Math.abs(amount)} ${unit}`;
  return `heute${moved(operand.today.days, 'Tage')}${moved(operand.today.months, 'Monate')}${moved(operand.today.years, 'Jahre')}`;
}

const printParts = ({ day, month, year }: DateParts): string =>
  [day, month, year].map((part) => (part === undefined ? '-' : idsOnly(part))).join('; ');
