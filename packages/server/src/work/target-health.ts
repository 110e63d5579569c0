import { pauses, waitAfter } from '@serviceportal/form-engine';
import type { Kysely } from 'kysely';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { chance } from '../applications/chance.js';
import type { Tables } from '../storage/tables.js';
import { countFailure, findTarget, pauseTarget, resumeTarget } from '../storage/targets.js';
import type { Outcome } from './outcome.js';

/** So many attempts in a row that find a target unavailable, and it is left alone for a while. */
export const failuresBeforePause = 5;

// A counterpart may ask for more patience than we have, but not for ever.
export const longestWaitSeconds = 86_400;

/**
 * The same for a question about a case that was taken. That a target answers questions does not mean that it takes cases: it ends a pause, but not a
 * row of failures.
 */
export async function noteQuestioned(
  office: Office,
  transaction: Kysely<Tables>,
  name: string,
  said: Pick<Outcome, 'target' | 'waitSeconds'>,
): Promise<void> {
  if (said.target === 'answers' && !(await findTarget(transaction, name))?.paused_since) return;
  await noteTarget(office, transaction, name, said);
}

/** Notes what an outcome says about its target, as part of a transaction: for all processes. */
export async function noteTarget(
  office: Office,
  transaction: Kysely<Tables>,
  name: string,
  { target, waitSeconds }: Pick<Outcome, 'target' | 'waitSeconds'>,
): Promise<void> {
  const now = office.clock.now();
  if (target === 'answers') return resumeTarget(transaction, name, now.toISOString());
  if (target === null) return;
  // Alone no reason to pause; but a paused target that is tried so has not come back.
  if (target === 'waits' && !(await findTarget(transaction, name))?.paused_since) return;
  const failures = await countFailure(transaction, name, now.toISOString());
  if (failures === null || failures < failuresBeforePause) return;
  const own = waitAfter(pauses, failures - failuresBeforePause + 1, chance(office)) / 1000;
  const wait = Math.max(own, Math.min(waitSeconds, longestWaitSeconds));
  await pauseTarget(transaction, name, now.toISOString(), later(now, { seconds: wait }).toISOString());
}
