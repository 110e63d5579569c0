import { expect, it } from '@jest/globals';
import type { Answers } from '../../answers/answers.js';
import type { FormNode } from '../../form/form-node.js';
import { field, formOf, german, group, note, rule, self } from '../../form/form.test-support.js';
import type { Rule } from '../../rules/ast.js';
import { evaluate } from '../../rules/evaluate.js';
import type { AnswerSection } from '../views.js';
import { answerSections } from './answer-sections.js';

const list = (children: readonly FormNode[]): FormNode => group('G1', children, { label: 'Kind', min: 0, max: null });
const name = field('F1', { label: 'Vorname' });
const age = field('F2', { label: 'Alter', type: 'integer', min: 0 });

const onlyForAda = rule('G1', { effect: 'activate', target: 'self.F3', condition: { equal: [self('F1'), 'Ada'] } });

function sectionsOf(
  children: readonly FormNode[],
  answers: Answers,
  { notes = false, rules = [] as Rule[] } = {},
): readonly AnswerSection[] {
  const form = formOf([group('G0', [field('F0')]), ...children], { rules });
  const source = { form, evaluation: evaluate(form, answers), wording: german(form), prefilled: undefined } as never;
  return answerSections(source, {
    changeHref: ({ page, indices }) => `/${page.slug}/${indices.map((index) => index + 1).join('.')}`,
    fimIds: true,
    notes,
  });
}

const two: Answers = {
  G0: { F0: 'x' },
  G1: [
    { F1: 'Ada', F2: 7 },
    { F1: 'Ben', F4: 'y' },
  ],
};

it('shows short entries as rows under the name of the list, with a way to change each', () => {
  const sections = sectionsOf([list([name, age])], two);
  expect(sections.map(({ heading }) => heading.text)).toEqual(['Gruppe G0', 'Kind']);
  expect(sections[1]).toMatchObject({ rows: [], level: 2, changeHref: '/kind/' });
  expect(sections[1]?.table?.columns.map(({ label, fim }) => [label.text, fim])).toEqual([
    ['Vorname', 'F1'],
    ['Alter', 'F2'],
  ]);
  expect(sections[1]?.table?.rows.map(({ title, cells, changeHref }) => [title.text, cells.map(({ value }) => value), changeHref])).toEqual(
    [
      ['Kind 1', ['Ada', '7'], expect.stringMatching(/\/1$/)],
      ['Kind 2', ['Ben', ''], expect.stringMatching(/\/2$/)],
    ],
  );
});

it('has no column for what nobody answered, and no cell for what is not asked', () => {
  const only = field('F3', { label: 'Nur bei Ada', min: 0 });
  const tables = (F3: [string?, string?]) =>
    sectionsOf(
      [list([name, age, only])],
      {
        G1: [
          { F1: 'Ada', ...(F3[0] && { F3: F3[0] }) },
          { F1: 'Ben', ...(F3[1] && { F3: F3[1] }) },
        ],
      },
      { rules: [onlyForAda] },
    )[0]?.table;
  expect(tables([])?.columns.map(({ label }) => label.text)).toEqual(['Vorname']);
  expect(tables([undefined, 'verdeckt'])?.columns.map(({ label }) => label.text)).toEqual(['Vorname']);
  expect(tables(['offen', 'verdeckt'])?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    ['Ada', 'offen'],
    ['Ben', ''],
  ]);
});

const long = 'Ein Satz, der länger ist, als dass man ihn in einer Spalte noch läse.';
it.each([
  ['of one entry', [name], [{ F1: 'Ada' }]],
  ['of many questions', [name, ...[5, 6, 7, 8].map((id) => field(`F${id}`))], two['G1']],
  ['of long answers', [name], [{ F1: long }, { F1: 'Ben' }]],
  ['with several answers to a question', [field('F1', { max: 3 })], [{ F1: ['a', 'b'] }, { F1: ['c'] }]],
  ['with questions of the same name', [name, field('F4', { label: 'Vorname' })], two['G1']],
  ['with lists in it', [name, group('G2', [field('F9')], { min: 0, max: 2 })], two['G1']],
] as const)('leaves entries apart: %s', (_what, children, entries) => {
  const filled = (entries as readonly Answers[]).map((entry) => ({
    ...entry,
    ...(children.length === 5 && { F5: '1', F6: '1', F7: '1', F8: '1' }),
  }));
  const sections = sectionsOf([list(children as readonly FormNode[])], { G1: filled });
  expect(sections.every(({ table }) => table === null)).toBe(true);
  expect(sections).toHaveLength(filled.length);
});

it('leaves entries apart where notes belong to the record', () => {
  const children = [list([name, note('N1', 'Bitte den Rufnamen.')])];
  expect(sectionsOf(children, two).at(-1)?.table).not.toBeNull();
  expect(sectionsOf(children, two, { notes: true }).map(({ table }) => table)).toEqual([null, null, null]);
});
