import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClerkAccount } from '../municipalities/clerk-accounts.js';
import { later } from '../applications/clock.js';
import type { Portal } from '../portal.js';
import { findFailures, forgetFailures, recordFailure } from '../storage/login-failures.js';

export type LoginAttempt =
  | { readonly kind: 'signed-in'; readonly account: ClerkAccount }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

// So many mistakes from one network are free; then the waiting doubles up to a quarter of an hour.
const freeFailures = 4;
const longestWait = 900;

// After so many mistakes from everywhere an attempt takes longer, but its account is not locked: otherwise anybody could keep
// a clerk out.
const freeFailuresEverywhere = 20;
const slowAnswer = 1_000;

// Names share that many rows, so that made-up ones do not fill the table, and waiting does not tell which ones exist.
const rows = 4096;

/**
 * Checks name and password. Each further mistake for a name from one `network` makes the next attempt from there wait longer,
 * whether the account exists or not.
 */
export async function tryLogin(portal: Portal, username: string, password: string, network: string): Promise<LoginAttempt> {
  const { database, clock } = portal.office;
  const here = rowOf(username, network);
  const everywhere = rowOf(username, 'everywhere');
  const now = clock.now();
  const failures = await findFailures(database, here);
  const locked = failures ? Date.parse(failures.locked_until) - now.getTime() : 0;
  if (locked > 0) return { kind: 'wait', seconds: Math.ceil(locked / 1000) };
  // Noted before the check, so that attempts at the same moment do not all pass.
  const wait = Math.min(longestWait, failures && failures.failures >= freeFailures ? 2 ** (failures.failures - freeFailures + 1) : 0);
  await recordFailure(database, here, later(now, { seconds: wait }).toISOString());
  await recordFailure(database, everywhere, now.toISOString());
  const all = await findFailures(database, everywhere);
  if (all && all.failures > freeFailuresEverywhere) await delay(slowAnswer);
  const found = await portal.municipality.clerks.check(username, password);
  if (!found) return { kind: 'refused' };
  await forgetFailures(database, [here, everywhere]);
  return { kind: 'signed-in', account: found };
}

function rowOf(username: string, network: string): string {
  const bucket = createHash('sha256').update(username).digest().readUInt32BE() % rows;
  return createHash('sha256').update(`${network} ${bucket}`).digest('hex');
}
