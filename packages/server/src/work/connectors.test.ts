import { expect, it } from '@jest/globals';
import type { CapabilitySheet } from '@serviceportal/portal-adapter';
import { checkTarget } from './connectors.js';

const sheet: CapabilitySheet = {
  kind: 'delivery',
  name: 'probe',
  lookupByKey: true,
  idempotentCreate: true,
  attachments: false,
  statusBack: false,
  limits: [],
};

it('refuses to start where attachments would be left behind', () => {
  expect(() => checkTarget({ name: 'amt', attachments: true }, sheet)).toThrow(/"amt".*attachments: false/);
  expect(() => checkTarget({ name: 'amt', attachments: false }, sheet)).not.toThrow();
  expect(() => checkTarget({ name: 'amt', attachments: true }, { ...sheet, attachments: true })).not.toThrow();
});
