import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Answers, type Evaluation, type Form, compileForm, evaluate, parseInstanceName } from '@serviceportal/form-engine';
import { parse } from 'yaml';
import { compileFim } from '../compile/compile-fim.js';
import { stateOf } from '../evaluate/element-states.js';
import { typedAnswers } from '../evaluate/read-answers.js';
import { type Given, readGiven } from '../xdatenfelder/schema-xml.test-support.js';

/** Answers, then what is expected of elements: `required`, `optional`, `hidden`, with ` = value` and ` of code code`. */
type Row = readonly [given: Answers, expected: Readonly<Record<string, string | number>>];

interface RuleCases {
  readonly rule: string;
  /** The group to which the rule belongs; absent: the schema. */
  readonly owner?: string;
  readonly land?: string;
  /** Day of the evaluation, for ages. */
  readonly today?: string;
  /** Part of the message of each note that the rule is to have; absent: none. */
  readonly notes?: readonly string[];
  /** The rule, or a sentence of it, is not understood. */
  readonly open?: boolean;
  readonly table?: readonly Row[];
}

const folder = join(import.meta.dirname, 'cases');
const long = (text: string): string =>
  text.replace(/\b([FG])(\d{1,2})\b/g, (_, kind: string, number: string) => `${kind}05000000${number.padStart(3, '0')}`);
const readYaml = (file: string): unknown => parse(long(readFileSync(join(folder, file), 'utf8')));
const { elements } = readYaml('schema.yaml') as { readonly elements: readonly Given[] };
const optional = (given: Given): Given => ({
  anzahl: '0:1',
  ...given,
  ...(given.children !== undefined && { children: given.children.map(optional) }),
});
const withRule = (rule: string, owner: string | undefined): ReturnType<typeof readGiven> => {
  const given = elements.map(optional);
  if (owner === undefined) return readGiven(given, [rule]);
  return readGiven(given.map((one) => (one.id === owner ? { ...one, rules: [rule] } : one)));
};

function told(form: Form, evaluation: Evaluation, name: string): string {
  const position = form.byPath.get(name.replace(/\[\d+\]/g, ''));
  if (position === undefined) throw new Error(`${name} is not in the schema of the cases`);
  const named = parseInstanceName(form, name)?.indices ?? [];
  const indices = position.repeats.map((_, level) => named[level] ?? 0);
  const { relevant, required, allowed, value } = stateOf(evaluation, position, indices);
  const state = relevant ? (required ? 'required' : 'optional') : 'hidden';
  return [
    state,
    ...(value === undefined ? [] : [`= ${String(value)}`]),
    ...(allowed === undefined ? [] : [`of ${allowed.join(' ')}`]),
  ].join(' ');
}

const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'schema.yaml');
const all = files.map((file) => [file, readYaml(file) as readonly RuleCases[]] as const);

describe.each(all)('%s', (_, rules) => {
  test.each(rules.map((one) => [one.rule, one] as const))(
    '%s',
    (_rule, { rule, owner, land, today, notes = [], open = false, table = [] }) => {
      const { form: definition, openItems } = compileFim(withRule(rule, owner), new Map(), 'schema.xml');
      const items = openItems.filter(({ kind }) => kind === 'rule');
      expect(items.filter(({ severity }) => severity === undefined).map(({ message }) => message)).toHaveLength(open ? 1 : 0);
      const noted = items.filter(({ severity }) => severity === 'note').map(({ message }) => message);
      expect(noted).toEqual(notes.map((note) => expect.stringContaining(note)));
      const form = compileForm(definition);
      for (const [given, expected] of table) {
        const evaluation = evaluate(form, typedAnswers(given, form, 'cases'), {
          ...(land !== undefined && { land }),
          ...(today !== undefined && { today }),
        });
        const found = Object.keys(expected).map((name) => [
          name,
          name === 'broken' ? evaluation.violations().length : told(form, evaluation, name),
        ]);
        expect({ given, ...Object.fromEntries(found) }).toEqual({ given, ...expected });
      }
    },
  );
});

test('there are at least 300 cases', () => {
  const rows = all.flatMap(([, rules]) => rules.map(({ table = [], open }) => (open === true ? Math.max(1, table.length) : table.length)));
  expect(rows.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(300);
});
