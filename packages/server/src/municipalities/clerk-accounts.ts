import type { MunicipalityConfiguration } from './configuration.js';
import { hashPassword, passwordMatches } from './password.js';

export interface ClerkAccount {
  readonly username: string;
  readonly name: string;
}

export interface ClerkAccounts {
  readonly any: boolean;
  find(username: string): ClerkAccount | null;
  /** Takes as long for an unknown account as for a wrong password. */
  check(username: string, password: string): Promise<ClerkAccount | null>;
}

/** Only with `demonstration: true`. Printed at start and on the login page. */
export const demonstrationAccounts = [{ username: 'amt', password: 'musterstadt', name: 'Sachbearbeitung (Demonstration)' }] as const;

export async function clerkAccounts(configuration: Pick<MunicipalityConfiguration, 'clerks' | 'demonstration'>): Promise<ClerkAccounts> {
  const accounts = new Map(configuration.clerks.map((clerk) => [clerk.username, clerk]));
  if (configuration.demonstration) {
    for (const { username, password, name } of demonstrationAccounts) {
      if (!accounts.has(username)) accounts.set(username, { username, name, password: await hashPassword(password) });
    }
  }
  const nobody = [...accounts.values()][0]?.password;
  return {
    any: accounts.size > 0,
    find: (username) => accounts.get(username) ?? null,
    async check(username, password) {
      const account = accounts.get(username);
      const hash = account?.password ?? nobody;
      const matches = hash !== undefined && (await passwordMatches(password, hash));
      return matches && account ? { username: account.username, name: account.name } : null;
    },
  };
}
