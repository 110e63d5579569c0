import { expect, it } from '@jest/globals';
import type { Answers, FormNode } from '@serviceportal/form-engine';
import { field, group, smallService } from '../../small-service.test-support.js';
import type { Content } from '../content.js';
import { runService } from '../running-service.js';
import { withIdentity } from './with-identity.js';

const judge = { land: 'NW', clock: { now: () => new Date('2026-01-01T12:00:00Z') } };
const attributes = { street: { value: 'Markt', level: 'high' }, 'house-number': { value: '3', level: 'high' } } as const;
const identity = { pseudonym: null, level: 'high', attributes } as const;
const account = { name: 'BundID', lockFrom: 'substantial' } as const;

function signedIn(children: readonly FormNode[], answers: Answers): Content {
  const service = runService({ ...smallService, form: { ...smallService.form, children, rules: [] } }, 1_000_000);
  return withIdentity(judge, service, { answers, files: {}, language: 'de', removals: 0 }, identity, account);
}

const street = field('F1', 'Straße', { attribute: 'street' });
const since = field('F2', 'Dort seit');

it('verified values take the place of what was typed, in an optional group that the person has completed', () => {
  const address = group('G1', 'Anschrift', [street, since], { about: 'applicant', min: 0 });
  const content = signedIn([address], { G1: { F1: 'Marckt', F2: '2019' } });
  expect(content.answers).toEqual({ G1: { F1: 'Markt', F2: '2019' } });
  expect(content.prefilled?.['G1/F1']).toMatchObject({ value: 'Markt', source: { locked: true } });
});

it('of a choice they go into the part that the person has chosen', () => {
  const part = (id: string) => group(id, id, [street], { about: 'applicant', min: 0 });
  const content = signedIn([group('G0', 'Wo?', [part('G1'), part('G2')], { choice: true })], { G0: { G2: { F1: 'Marckt' } } });
  expect(content.answers).toEqual({ G0: { G2: { F1: 'Markt' } } });
});
