import type { Kysely } from 'kysely';
import type { ApplicationRow } from '../storage/applications.js';
import { insertLetter, letterRowsOf, nextLetterNumber } from '../storage/letters.js';
import type { LetterRow } from '../storage/letters.js';
import { seal, unseal } from '../storage/sealing.js';
import type { Tables } from '../storage/tables.js';
import { ApplicationUnreadable, applicationKey } from './application.js';
import type { FileSecret } from './content.js';
import type { Office } from './office.js';

/** A file that came with a letter. */
export interface LetterFile extends FileSecret {
  /** Attachment id. */
  readonly attachment: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

interface LetterContent {
  readonly text: string;
  readonly files: readonly LetterFile[];
}

/** What the office or the citizen said about a case after it was submitted. Sealed like its answers. */
export interface Letter extends LetterContent {
  /** Within the case, from 1. */
  readonly number: number;
  readonly kind: LetterRow['kind'];
  /** ISO instant. */
  readonly at: string;
}

/** Oldest first. @throws ApplicationUnreadable */
export async function lettersOf(office: Pick<Office, 'database' | 'key'>, application: ApplicationRow): Promise<Letter[]> {
  const rows = await letterRowsOf(office.database, application.id);
  if (rows.length === 0) return [];
  const key = applicationKey(office, application);
  return rows.map(({ number, kind, at, sealed }) => {
    const plain = unseal(sealed, key, purpose(application.id, number));
    if (!plain) throw new ApplicationUnreadable('A letter of this case does not open with its key.');
    return { number, kind, at, ...(JSON.parse(plain.toString('utf8')) as LetterContent) };
  });
}

/** Adds a letter as part of a transaction. Returns its number. */
export async function addLetter(
  office: Office,
  database: Kysely<Tables>,
  application: ApplicationRow,
  kind: LetterRow['kind'],
  content: LetterContent,
): Promise<number> {
  const number = await nextLetterNumber(database, application.id);
  const bytes = Buffer.from(JSON.stringify(content));
  const sealed = seal(bytes, applicationKey(office, application), purpose(application.id, number));
  await insertLetter(database, { application_id: application.id, number, kind, at: office.clock.now().toISOString(), sealed });
  return number;
}

const purpose = (applicationId: string, number: number): string => `letter:${applicationId}:${number}`;
