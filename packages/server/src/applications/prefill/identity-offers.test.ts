import { expect, it } from '@jest/globals';
import { compileForm } from '@serviceportal/form-engine';
import type { AssuranceLevel } from '@serviceportal/form-engine';
import { personService } from '../../citizen/prefill/person-service.test-support.js';
import { identityOffers } from './identity-offers.js';

const form = compileForm(personService().form);
const lockedOf = (level: AssuranceLevel, lockFrom: AssuranceLevel): string[] => {
  const attributes = { 'given-names': { value: 'Otto', level }, email: { value: 'otto@example.org', level: 'basic' as const } };
  const offers = identityOffers(form, { pseudonym: null, level, attributes }, 'BundID', lockFrom);
  expect(offers.map(({ text }) => text)).toEqual(['Otto', 'otto@example.org']);
  return offers.filter(({ source }) => source.locked).map(({ text }) => text);
};

it('locks what was checked at the level that is demanded', () => {
  expect(lockedOf('substantial', 'substantial')).toEqual(['Otto']);
  expect(lockedOf('low', 'substantial')).toEqual([]);
});

it('never locks what people say of themselves, also where no more is demanded', () => {
  expect(lockedOf('high', 'basic')).toEqual(['Otto']);
  expect(lockedOf('basic', 'basic')).toEqual([]);
});
