import { expect, test } from '@jest/globals';
import { compileForm, evaluate } from '@serviceportal/form-engine';
import type { FormNode } from '@serviceportal/form-engine';
import { field, group } from '../../small-service.test-support.js';
import { earlierOffers } from './earlier-offers.js';

const formOf = (...children: FormNode[]) => compileForm({ schema: { id: 'S1', name: 'Probe' }, codeLists: {}, rules: [], children });
const address = (id: string) =>
  group(id, 'Anschrift', [field('F1', 'Straße', { attribute: 'street' }), field('F2', 'Adresszusatz', { min: 0 })], { about: 'applicant' });

test('the same about the person, by another question; and the same question beside it', () => {
  const before = formOf(address('G1'), group('G2', 'Anliegen', [field('F3', 'Grund')]));
  const evaluation = evaluate(before, { G1: { F1: 'Markt', F2: 'Hinterhaus' }, G2: { F3: 'geheim' } }, {});
  const form = formOf(address('G9'), field('F8', 'Straße', { prefill: 'street' }), group('G2', 'Anliegen', [field('F3', 'Grund')]));
  const offers = earlierOffers(form, { form: before, evaluation }, 'Probe');
  expect(offers.map(({ position, text }) => [position.path, text])).toEqual([
    ['G9/F1', 'Markt'],
    ['F8', 'Markt'],
    ['G9/F2', 'Hinterhaus'],
  ]);
  expect(offers[0]?.source).toEqual({ kind: 'application', name: 'Probe', level: null, locked: false });
});
