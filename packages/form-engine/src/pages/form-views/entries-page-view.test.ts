import { expect, it } from '@jest/globals';
import { field, formOf, german, group } from '../../form/form.test-support.js';
import { findPage } from '../../form/navigation.js';
import { evaluate } from '../../rules/evaluate.js';
import { entriesAPart, entriesPageView, entryPlace } from './entries-page-view.js';

const form = formOf([group('G1', [field('F1')], { label: 'Hund', min: 1, max: null })]);

function partOf(count: number, part: number) {
  const evaluation = evaluate(form, { G1: Array.from({ length: count }, (_, entry) => ({ F1: `Hund Nr. ${entry + 1}` })) });
  const page = (): string => '/antrag/1/hund';
  const links = { page, change: page, before: '/', overview: '/o', check: '/c', submit: '/s', privacy: '/d' };
  const here = findPage(form, evaluation, 'hund') as Parameters<typeof entriesPageView>[1];
  return entriesPageView({ form, evaluation, wording: german(form), serviceTitle: 'Dienst', links } as never, here, { part });
}

it('shows a short list on one page', () => {
  const view = partOf(entriesAPart, 0);
  expect(view.entries).toHaveLength(entriesAPart);
  expect(view).toMatchObject({ shown: null, previousHref: null, nextHref: null });
});

it('shows a long list in parts, says which one, and leads to the others', () => {
  const first = partOf(120, 0);
  expect(first.entries).toHaveLength(20);
  expect(first).toMatchObject({ shown: 'Einträge 1 bis 20 von 120', previousHref: null, nextHref: '/antrag/1/hund?seite=2' });
  const second = partOf(120, 1);
  expect(second).toMatchObject({ start: 21, previousHref: '/antrag/1/hund', nextHref: '/antrag/1/hund?seite=3' });
  expect(second.entries[0]).toMatchObject({ id: 'eintrag-21', removeValue: '20', upValue: '20', downValue: '20' });
  expect(partOf(120, 5)).toMatchObject({ shown: 'Einträge 101 bis 120 von 120', nextHref: null });
});

it('shows the last part where a page beyond the end is asked for', () => {
  expect(partOf(41, 99)).toMatchObject({ shown: 'Einträge 41 bis 41 von 41', previousHref: '/antrag/1/hund?seite=2' });
});

it('knows on which part an entry stands', () => {
  expect(entryPlace('/liste', 19)).toBe('/liste#eintrag-20');
  expect(entryPlace('/liste', 20)).toBe('/liste?seite=2#eintrag-21');
});
