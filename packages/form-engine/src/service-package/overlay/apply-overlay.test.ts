import { describe, expect, test } from '@jest/globals';
import type { FormNode } from '../../form/form-node.js';
import { compileForm } from '../../form/compile-form.js';
import { field, group, note } from '../../form/form.test-support.js';
import { inSchemaOrder } from '../../form/schema-order.js';
import type { FormOverlay } from '../package-files.js';
import { children, errorOf, formOfPackage } from '../package.test-support.js';
import { applyOverlay } from './apply-overlay.js';
import { listTree } from './form-tree.js';

const overlay = (given: FormOverlay, nodes: readonly FormNode[] = children) => applyOverlay(formOfPackage(nodes), given);
const nodeAt = (nodes: readonly FormNode[], path: string) => listTree(nodes).find((placed) => placed.path === path)?.node;

describe('labels and help', () => {
  test('an id means the element everywhere, a path only there, and the path wins', () => {
    const { form } = overlay({ labels: { 'G2/F2': 'Rufname', F2: 'Name' }, help: { F1: 'Hilfe' } });
    expect(nodeAt(form.children, 'G1/F2')?.label).toBe('Name');
    expect(nodeAt(form.children, 'G2/F2')?.label).toBe('Rufname');
    expect(nodeAt(form.children, 'F1')?.help).toBe('Hilfe');
  });

  test('an entry that fits nothing becomes an open item, not an error', () => {
    const { form, openItems } = overlay({ labels: { 'G9/F2': 'x' }, widgets: { G1: 'textarea' }, hide: ['F9'], order: { G9: ['F1'] } });
    expect(openItems.map(({ kind, path }) => [kind, path])).toEqual([
      ['overlay', 'G9/F2'],
      ['overlay', 'G1'],
      ['overlay', 'F9'],
      ['overlay', 'G9'],
    ]);
    expect(form.children).toEqual(formOfPackage().children);
  });
});

describe('hiding', () => {
  test('an optional field, or one with an initial value', () => {
    const { form } = overlay({ hide: ['F3', 'F1'], initial: { F1: '001' } });
    expect(nodeAt(form.children, 'G1/F3')).toMatchObject({ hidden: true });
    expect(nodeAt(form.children, 'F1')).toMatchObject({ hidden: true, initial: '001' });
  });

  test('a required field without value is refused, also inside a required group', () => {
    expect(errorOf(() => overlay({ hide: ['F1'] }))).toMatchObject({ code: 'package-overlay', path: 'F1', file: 'form.yaml' });
    expect(errorOf(() => overlay({ hide: ['G1'] })).path).toBe('G1/F2');
  });

  test('an optional group as a whole, with what would be required inside', () => {
    const { form } = overlay({ hide: ['G5'] }, [group('G5', [field('F1'), note('F2')], { min: 0 })]);
    expect(nodeAt(form.children, 'G5/F1')).toMatchObject({ hidden: true });
    expect(nodeAt(form.children, 'G5/F2')).toBeUndefined();
  });
});

describe('adding', () => {
  const element = { id: 'F05999000101', label: 'Wunschtermin', codes: [{ code: 'a', label: 'A' }] };

  test('puts a municipal element after its sibling, with its codes', () => {
    const { form } = overlay({ add: [{ under: 'G1', after: 'F2', element }] });
    const added = nodeAt(form.children, 'G1/F05999000101');
    expect(added).toMatchObject({ origin: 'municipal', type: 'select', min: 0, max: 1, codeList: 'municipal:F05999000101' });
    expect(listTree(form.children).map(({ path }) => path)).toEqual([
      'F1',
      'G1',
      'G1/F2',
      'G1/F05999000101',
      'G1/F3',
      'G2',
      'G2/F2',
      'G2/F4',
    ]);
    expect(form.codeLists['municipal:F05999000101']).toEqual({ codes: [{ code: 'a', label: 'A' }] });
  });

  test('can be labelled, hidden, ordered and placed like any other', () => {
    const { form } = overlay({ add: [{ element }], order: { '/': ['F05999000101', 'G2'] }, labels: { F05999000101: 'Termin' } });
    expect(form.children.map(({ id }) => id)).toEqual(['F05999000101', 'G2', 'F1', 'G1']);
    expect(form.children[0]?.label).toBe('Termin');
  });

  test('an id that is taken is refused; a group that is gone is an open item', () => {
    expect(errorOf(() => overlay({ add: [{ element }, { element }] })).code).toBe('package-overlay');
    expect(overlay({ add: [{ under: 'G9', element }] }).openItems).toHaveLength(1);
  });
});

describe('pages', () => {
  const page = (slug: string, ...elements: string[]) => ({ slug, title: slug, elements });

  test('are taken over; what stands on none is an open item', () => {
    const { form, openItems } = overlay({ pages: [page('eins', 'F1', 'G1/F2'), page('zwei', 'G2')] });
    expect(form.pages?.map(({ slug }) => slug)).toEqual(['eins', 'zwei']);
    expect(openItems.map(({ path }) => path)).toEqual(['G1/F3']);
  });

  test('that lost all their elements are left out', () => {
    const { form, openItems } = overlay({ pages: [page('alt', 'F9'), page('rest', 'F1', 'G1', 'G2')] });
    expect(form.pages?.map(({ slug }) => slug)).toEqual(['rest']);
    expect(openItems).toMatchObject([{ path: 'F9' }]);
  });

  test.each([
    ['an element on two pages', [page('a', 'G1'), page('b', 'G1/F2')]],
    ['an element whose part has a page before', [page('a', 'G1/F2'), page('b', 'G1')]],
    ['a part of an entry', [page('a', 'G2/F2')]],
    ['a slug that the portal uses', [page('pruefen', 'F1')]],
    ['a slug used twice', [page('a', 'F1'), page('a', 'G1')]],
  ])('refuse %s', (_, pages) => {
    expect(errorOf(() => overlay({ pages })).code).toBe('package-overlay');
  });
});

describe('initial values', () => {
  const list = [field('F1', { type: 'date' }), field('F2', { max: null }), field('F3', { type: 'integer', constraints: { maximum: 5 } })];

  test('that are no answer to the question are refused', () => {
    expect(errorOf(() => overlay({ initial: { F1: 'morgen' } }, list))).toMatchObject({ code: 'package-overlay', path: 'F1' });
    expect(errorOf(() => overlay({ initial: { F3: 6 } }, list))).toMatchObject({ path: 'F3' });
    expect(errorOf(() => overlay({ initial: { F2: 'x' } }, list))).toMatchObject({ path: 'F2' });
    expect(nodeAt(overlay({ initial: { F1: '2026-12-24', F3: 5 } }, list).form.children, 'F3')).toMatchObject({ initial: 5 });
  });
});

describe('order', () => {
  test('changes what is shown, not what is handed over', () => {
    const shown = compileForm(overlay({ order: { '/': ['F2'] } }, [field('F1'), field('F2')]).form);
    expect(shown.roots.map(({ path }) => path)).toEqual(['F2', 'F1']);
    expect(inSchemaOrder(shown.roots).map(({ path }) => path)).toEqual(['F1', 'F2']);
  });
});

describe('who applies', () => {
  const nodes = [group('G1', [field('F1'), field('F2', { type: 'file' })]), group('G2', [field('F3')], { max: null }), note('F9')];
  const told = (prefill: FormOverlay['prefill']) => applyOverlay(formOfPackage(nodes), prefill ? { prefill } : {});

  test('fields by what they ask, groups as a whole; the path wins', () => {
    const { form } = told({ 'G1/F1': 'family-name', F1: 'email', G1: 'applicant' });
    expect(nodeAt(form.children, 'G1/F1')).toMatchObject({ prefill: 'family-name' });
    expect(nodeAt(form.children, 'G1')).toMatchObject({ about: 'applicant' });
    expect(nodeAt(told({ G1: 'none', F1: 'none' }).form.children, 'G1')).toMatchObject({ about: 'other' });
  });

  test('an entry that fits nothing is an open item', () => {
    expect(told({ F8: 'email' }).openItems.map(({ path }) => path)).toEqual(['F8']);
  });

  test.each([
    ['F2', 'email'],
    ['F3', 'email'],
    ['G2', 'applicant'],
    ['G1', 'email'],
    ['F1', 'applicant'],
    ['F9', 'email'],
  ] as const)('%s as %s is refused: it cannot be filled in', (key, value) => {
    expect(errorOf(() => told({ [key]: value })).problems.map(({ code }) => code)).toEqual(['package-overlay']);
  });
});
