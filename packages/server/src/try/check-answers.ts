import type { Form, Position } from '@serviceportal/form-engine';
import type { ExpectedAnswer } from './expected-answers.js';
import { isFixed, pathOf } from './expected-answers.js';
import { askingEffects, ruledBy } from './ruled.js';
import type { ShownAnswers } from './shown-answers.js';
import { shownKey } from './shown-answers.js';
import { Stuck } from './stuck.js';
import { withoutIndex } from './typed-answers.js';

export type Leaf = string | number | boolean | null;

/**
 * Holds the JSON that arrived against what was typed, place by place. An answer may be missing only if a rule decides whether it
 * is asked and the check page did not show it any more. @throws Stuck with the first difference
 */
export function checkAnswers(form: Form, json: unknown, expected: readonly ExpectedAnswer[], shown: ShownAnswers): void {
  const arrived = new Map(leavesOf(json, ''));
  const ruled = ruledBy(form, askingEffects);
  const prefilled = ruledBy(form, ['prefill']);
  const missing: ExpectedAnswer[] = [];
  const counted = new Map<string, Set<string>>();
  for (const answer of expected) {
    const { place, values, name } = answer;
    const value = arrived.get(place);
    arrived.delete(place);
    if (value === undefined) {
      if (!values.includes(undefined)) missing.push(answer);
      continue;
    }
    if (!values.some((one) => one === value) && !isPrefilled(answer)) {
      throw new Stuck(`${name}: ${JSON.stringify(values[0] ?? '')} ist als ${JSON.stringify(value)} angekommen`);
    }
    const key = shownKey(answer.page, answer.label);
    counted.set(key, (counted.get(key) ?? new Set()).add(withoutIndex(name)));
  }
  for (const answer of missing) {
    const key = shownKey(answer.page, answer.label);
    const fixed = form.positions.filter(({ node }) => node.kind === 'field' && isFixed(node) && node.label === answer.label).length;
    const asked = !ruled.has(positionOf(form, answer)) || (shown.get(key) ?? 0) > (counted.get(key)?.size ?? 0) + fixed;
    if (asked) throw new Stuck(`${answer.name}: ${JSON.stringify(answer.values[0])} ist nicht angekommen`);
  }
  checkFixed(form, arrived);

  function isPrefilled(answer: ExpectedAnswer): boolean {
    return prefilled.has(positionOf(form, answer)) && (answer.values[0] === undefined || !shown.has(shownKey(answer.page, answer.label)));
  }
}

/** What nobody typed comes from the schema: hidden and locked fields, or a rule's value. */
function checkFixed(form: Form, rest: ReadonlyMap<string, Leaf>): void {
  const prefilled = ruledBy(form, ['prefill']);
  const byPlace = new Map(form.positions.map((position) => [versioned(position), position]));
  for (const [place, value] of rest) {
    const position = byPlace.get(place.replace(/\/\d+(?=\/|$)/g, ''));
    const node = position?.node;
    if (position && prefilled.has(position)) continue;
    if (node?.kind === 'field' && isFixed(node) && node.initial === value) continue;
    throw new Stuck(`${place}: ${JSON.stringify(value)} ist angekommen, wurde aber nicht eingegeben`);
  }
}

function versioned({ node, parent }: Position): string {
  const key = node.version === undefined ? node.id : `${node.id}V${node.version}`;
  return parent ? `${versioned(parent)}/${key}` : key;
}

function positionOf(form: Form, { name }: ExpectedAnswer): Position {
  const position = form.byPath.get(pathOf(name));
  if (!position) throw new Stuck(`${name} gibt es im Formular nicht`);
  return position;
}

export function leavesOf(value: unknown, place: string): [string, Leaf][] {
  if (value === null || typeof value !== 'object') return [[place, value as Leaf]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, place === '' ? key : `${place}/${key}`));
}
