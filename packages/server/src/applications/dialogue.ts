import type { ApplicationEventType } from '@serviceportal/form-engine';
import type { Kysely } from 'kysely';
import type { ApplicationRow } from '../storage/applications.js';
import type { LetterRow } from '../storage/letters.js';
import type { Tables } from '../storage/tables.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { changeStateWithin } from './change-state.js';
import type { Causer } from './change-state.js';
import { addLetter } from './letters.js';
import type { LetterFile } from './letters.js';
import type { Office } from './office.js';
import { handOverSupplement } from './supplement.js';

/**
 * A clerk asks the citizen; the case waits for the answer. Null: somebody else changed it at the same moment.
 * @throws LifecycleError where the state does not allow it
 */
export async function askCitizen(office: Office, row: ApplicationRow, account: string, text: string): Promise<number | null> {
  const number = await oneAtATime(office.database, row.id, (transaction) => {
    const by = { actor: 'clerk', account } as const;
    return say(office, transaction, row, { event: 'request-information', by, kind: 'question', text, files: [] });
  });
  office.wake();
  return number;
}

/** The citizen answers: the case goes back to the clerk, and the answer to the targets. Null and throws as above. */
export async function answerQuestion(
  office: Office,
  row: ApplicationRow,
  { text, files }: { readonly text: string; readonly files: readonly LetterFile[] },
): Promise<number | null> {
  return toTheTargets(office, row, { event: 'provide-information', by: { actor: 'citizen' }, kind: 'answer', text, files });
}

/** The citizen takes the application back, here or by telling a clerk. Null and throws as above. */
export function withdraw(office: Office, row: ApplicationRow, by: Causer): Promise<number | null> {
  return toTheTargets(office, row, { event: 'withdraw', by, kind: 'withdrawal', text: '', files: [] });
}

interface Said {
  readonly event: ApplicationEventType;
  readonly by: Causer;
  readonly kind: LetterRow['kind'];
  readonly text: string;
  readonly files: readonly LetterFile[];
}

async function toTheTargets(office: Office, row: ApplicationRow, said: Said): Promise<number | null> {
  const number = await oneAtATime(office.database, row.id, async (transaction) => {
    const letter = await say(office, transaction, row, said);
    if (letter !== null) await handOverSupplement(office, transaction, row, letter);
    return letter;
  });
  if (number !== null) office.wake();
  return number;
}

/** State, event and letter together. */
async function say(
  office: Office,
  transaction: Kysely<Tables>,
  row: ApplicationRow,
  { event, by, kind, text, files }: Said,
): Promise<number | null> {
  const data: Record<string, string> = files.length > 0 ? { files: String(files.length) } : {};
  if ((await changeStateWithin(office, transaction, row.id, event, by, data)) === null) return null;
  return addLetter(office, transaction, row, kind, { text, files });
}
