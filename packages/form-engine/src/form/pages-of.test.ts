import { describe, expect, it } from '@jest/globals';
import type { Page } from './page.js';
import { evaluate } from '../rules/evaluate.js';
import { checkForm } from '../validation/check-page.js';
import { field, formOf, german, group, note, rule } from './form.test-support.js';

const many = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => field(`${prefix}${index}`));

function outline(pages: readonly Page[]): unknown[] {
  return pages.map((page) => (page.kind === 'entries' ? [`${page.slug}*`, outline(page.pages)] : page.slug));
}

describe('pages', () => {
  it('gives each top-level group a page, and loose questions before it one of their own', () => {
    const form = formOf([
      field('F1'),
      field('F2'),
      group('G1', many('A', 3), { label: 'Person' }),
      group('G2', many('B', 3), { label: 'Hund' }),
    ]);
    expect(outline(form.pages)).toEqual(['antrag-2', 'person', 'hund']);
  });

  it('keeps small sub-groups as sections and splits a large group along them', () => {
    const small = formOf([group('G1', [group('G2', many('A', 3)), group('G3', many('B', 3))], { label: 'Person' })]);
    expect(outline(small.pages)).toEqual(['person']);
    const large = formOf([
      group('G1', [field('F1'), group('G2', many('A', 10), { label: 'Name' }), group('G3', many('B', 10), { label: 'Anschrift' })], {
        label: 'Person',
      }),
    ]);
    expect(outline(large.pages)).toEqual(['person', 'anschrift']);
  });

  it('makes a repeated group a page of entries with pages of their own, nested too', () => {
    const form = formOf([
      group(
        'G1',
        [
          field('F1'),
          group('G2', [field('F2'), group('G3', [field('F3')], { max: null, label: 'Impfung' })], { max: 5, label: 'Hund' }),
          field('F4'),
        ],
        { label: 'Halter' },
      ),
    ]);
    expect(outline(form.pages)).toEqual(['halter', ['hund*', ['hund-2', ['impfung*', ['impfung-2']]]], 'halter-2']);
  });

  it('names a later page of a group after the one section that it holds', () => {
    const form = formOf([
      group('G1', [...many('A', 6), group('G2', many('B', 12), { label: 'Anschrift' }), group('G3', many('C', 2), { label: 'Kontakt' })], {
        label: 'Person',
      }),
    ]);
    expect(outline(form.pages)).toEqual(['person', 'anschrift', 'kontakt']);
  });

  it('loses no element: every field and note stands on exactly one page', () => {
    const form = formOf([
      field('F1'),
      group('G1', [...many('A', 20), note('N1'), group('G2', [field('F2')], { min: 0, max: null }), group('G4', many('C', 14))]),
      field('F9'),
    ]);
    const seen: string[] = [];
    const visit = (pages: readonly Page[]): void => {
      for (const page of pages) {
        if (page.kind === 'entries') visit(page.pages);
        else
          page.items.forEach(function add(item): void {
            if (item.kind === 'section') item.items.forEach(add);
            else seen.push(item.position.path);
          });
      }
    };
    visit(form.pages);
    const asked = form.positions.filter(({ node }) => node.kind !== 'group').map(({ path }) => path);
    expect(seen.sort()).toEqual(asked.sort());
  });

  it('follows the pages that the package names and appends what they leave out', () => {
    const form = formOf([group('G1', [field('F1'), field('F2')]), group('G2', [field('F3')], { label: 'Rest' })], {
      pages: [{ slug: 'zuerst', title: 'Zuerst', elements: ['G1/F2', 'G1/F1'] }],
    });
    expect(outline(form.pages)).toEqual(['zuerst', 'rest']);
    expect(form.pages[0]).toMatchObject({ items: [{ position: { path: 'G1/F2' } }, { position: { path: 'G1/F1' } }] });
  });

  it('writes addresses in plain ASCII', () => {
    expect(outline(formOf([group('G1', [field('F1')], { label: 'Größe & Gewicht des Élan-Hundes' })]).pages)).toEqual([
      'groesse-gewicht-des-elan-hundes',
    ]);
  });
});

describe('each question on a page of its own', () => {
  const date = group(
    'G4',
    [
      field('F1', { type: 'integer', label: 'Tag' }),
      field('F2', { type: 'integer', label: 'Monat' }),
      field('F3', { type: 'integer', label: 'Jahr' }),
    ],
    {
      label: 'Geburtsdatum',
    },
  );
  const choice = group('G5', [field('F1'), field('F2')], { label: 'Eins davon', choice: true });
  const nodes = [
    group(
      'G1',
      [
        field('F1', { label: 'Name' }),
        note('N1'),
        field('F2', { label: 'Alter' }),
        date,
        choice,
        group('G6', [field('F7', { label: 'Tief' })]),
      ],
      { label: 'Person' },
    ),
  ];
  const pages = (form: ReturnType<typeof formOf>) =>
    form.pages.map((page) => [
      page.slug,
      page.title,
      page.kind === 'questions' ? page.items.map(({ position }) => position.path).join(' ') : '',
    ]);

  it('keeps notes with the question after them, dates and choices together', () => {
    expect(pages(formOf(nodes, { each: 'question' }))).toEqual([
      ['name', 'Name', 'G1/F1'],
      ['alter', 'Alter', 'G1/N1 G1/F2'],
      ['geburtsdatum', 'Geburtsdatum', 'G1/G4'],
      ['eins-davon', 'Eins davon', 'G1/G5/F1 G1/G5/F2'],
      ['tief', 'Tief', 'G1/G6/F7'],
    ]);
  });

  it('can be asked for one page only', () => {
    const form = formOf([...nodes, group('G7', [field('F1'), field('F2')], { label: 'Rest' })], {
      pages: [{ slug: 'person', title: 'Person', elements: ['G1/F1', 'G1/F2'], each: 'question' }],
    });
    expect(pages(form).slice(0, 2)).toEqual([
      ['person', 'Name', 'G1/F1'],
      ['alter', 'Alter', 'G1/F2'],
    ]);
    expect(pages(form).at(-1)).toEqual(['rest', 'Rest', 'G7/F1 G7/F2']);
  });

  it('holds a group that a rule demands on its last page', () => {
    const form = formOf([group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 })], { min: 0, label: 'Person' })], {
      each: 'question',
      rules: [rule('', { effect: 'require', target: 'self.G1', condition: true })],
    });
    expect(checkForm(form, evaluate(form, {}), german(form)).map(({ page }) => page.page.slug)).toEqual(['frage-f2']);
  });
});
