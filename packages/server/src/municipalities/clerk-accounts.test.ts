import { beforeAll, expect, it } from '@jest/globals';
import { clerkAccounts } from './clerk-accounts.js';
import { hashPassword } from './password.js';

let password: string;
beforeAll(async () => {
  password = await hashPassword('grüne Tür 12');
});

it('knows a password by its hash, however its letters are composed', async () => {
  const accounts = await clerkAccounts({ clerks: [{ username: 'meier', name: 'Petra Meier', password }], demonstration: false });
  expect(await accounts.check('meier', 'grüne Tür 12')).toEqual({ username: 'meier', name: 'Petra Meier' });
  expect(await accounts.check('meier', 'grüne Tür 12'.normalize('NFD'))).not.toBeNull();
  expect(await accounts.check('meier', 'falsch')).toBeNull();
  expect(await accounts.check('schulze', 'grüne Tür 12')).toBeNull();
});

it('has no account where none is configured, and demonstration accounts only in the demonstration', async () => {
  const none = await clerkAccounts({ clerks: [], demonstration: false });
  expect(none.any).toBe(false);
  expect(await none.check('amt', 'musterstadt')).toBeNull();
  const demonstration = await clerkAccounts({ clerks: [], demonstration: true });
  expect(await demonstration.check('amt', 'musterstadt')).not.toBeNull();
});
