import type { Operand } from '@serviceportal/form-engine';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** Day, month and year among fields: told by their bounds, else by their names. */
export interface DateFields {
  readonly day: RuleElement | undefined;
  readonly month: RuleElement | undefined;
  readonly year: RuleElement;
}

export function dateFieldsAmong(elements: readonly RuleElement[]): DateFields | undefined {
  const numbers = elements.filter(({ element: { node } }) => node.kind === 'field' && node.type === 'integer');
  const day = numbers.find((element) => maximum(element) === 31) ?? named(numbers, /\btag\b/i);
  const month = numbers.find((element) => maximum(element) === 12) ?? named(numbers, /\bmonat\b/i);
  const others = numbers.filter((element) => element !== day && element !== month);
  const year = named(others, /\bjahr\b/i) ?? (others.length === 1 ? others[0] : undefined);
  return year === undefined ? undefined : { day, month, year };
}

/** An element as something with a calendar date: a date field, or a group of day, month and year. */
export function dateOperand(element: RuleElement, scope: RuleScope): Exclude<Operand, string | number | boolean> | undefined {
  const { node } = element.element;
  if (node.kind === 'field') return node.type === 'date' ? { identifier: element.identifier } : undefined;
  const fields = node.kind === 'group' ? dateFieldsAmong(scope.childrenOf(element)) : undefined;
  if (fields === undefined) return undefined;
  const { day, month, year } = fields;
  return {
    date: {
      ...(day !== undefined && { day: day.identifier }),
      ...(month !== undefined && { month: month.identifier }),
      year: year.identifier,
    },
  };
}

export function ageOperand(element: RuleElement, scope: RuleScope): Operand | undefined {
  const date = dateOperand(element, scope);
  return date !== undefined && ('identifier' in date || 'date' in date) ? { age: date } : undefined;
}

const named = (elements: readonly RuleElement[], pattern: RegExp): RuleElement | undefined =>
  elements.find(({ element: { source } }) => pattern.test(source.name) || pattern.test(source.bezeichnungEingabe));

function maximum({ element: { node } }: RuleElement): number | undefined {
  return node.kind === 'field' ? node.constraints.maximum : undefined;
}
