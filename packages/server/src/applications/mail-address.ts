import { timingSafeEqual } from 'node:crypto';
import { checkWidget } from '@serviceportal/form-engine';
import type { Language } from '@serviceportal/form-engine';
import type { ApplicationRow } from '../storage/applications.js';
import { changeMailAddress, deleteMailAddress, findMailAddress, putMailAddress } from '../storage/mail-addresses.js';
import type { MailAddressRow } from '../storage/mail-addresses.js';
import { countMails, recordMail } from '../storage/mail-counts.js';
import { insertNotice, noticesOf } from '../storage/notices.js';
import { seal, unseal } from '../storage/sealing.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { applicationKey } from './application.js';
import { later } from './clock.js';
import { mailScopes } from './mail-scopes.js';
import type { Asking } from './mail-scopes.js';
import type { Office } from './office.js';

interface SealedAddress {
  readonly address: string;
  /** In which its owner reads messages. */
  readonly language: Language;
  /** Six digits. */
  readonly code: string;
}

/** The address for messages about an application. */
export interface MailAddress extends SealedAddress {
  /** `expired`: the digits ran out, or were guessed at too often. */
  readonly state: 'unconfirmed' | 'expired' | 'confirmed';
  /** ISO instant until which the digits are good. */
  readonly expiresAt: string;
  /** The mail server takes nothing for it. */
  readonly refused: boolean;
}

const codeSeconds = 2 * 3600;
const mostAttempts = 5;
// In 24 hours. Enough for a slip of the pen and a mail that was late.
const mostToAddress = 3;
const mostAsked = 6;

/** An address as it was typed, made ready; null: it is none. */
export function readMailAddress(typed: string): string | null {
  const address = typed.normalize('NFC').trim();
  return checkWidget('email', address) === null ? address : null;
}

export async function mailAddressOf(
  office: Pick<Office, 'clock' | 'database' | 'key'>,
  application: ApplicationRow,
): Promise<MailAddress | null> {
  const row = await findMailAddress(office.database, application.id);
  const sealed = row && openAddress(office, application, row);
  if (!row || !sealed) return null;
  const notices = await noticesOf(office.database, application.id);
  return { ...sealed, state: stateOf(office, row), expiresAt: row.expires_at, refused: notices.at(-1)?.state === 'refused' };
}

function stateOf(
  office: Pick<Office, 'clock'>,
  { confirmed_at: confirmed, expires_at: end, attempts }: MailAddressRow,
): MailAddress['state'] {
  if (confirmed !== null) return 'confirmed';
  return end <= office.clock.now().toISOString() || attempts >= mostAttempts ? 'expired' : 'unconfirmed';
}

const purpose = (applicationId: string): string => `mail-address:${applicationId}`;

function openAddress(office: Pick<Office, 'key'>, application: ApplicationRow, { sealed }: MailAddressRow): SealedAddress | null {
  const plain = unseal(sealed, applicationKey(office, application), purpose(application.id));
  return plain && (JSON.parse(plain.toString('utf8')) as SealedAddress);
}

/** Keeps an address and sends it six digits; earlier ones end. `limited`: too many were sent, to it or by this person. */
export async function giveAddress(
  office: Office,
  application: ApplicationRow,
  { address, language }: Pick<SealedAddress, 'address' | 'language'>,
  asking: Asking,
): Promise<'sent' | 'limited'> {
  const now = office.clock.now();
  const at = now.toISOString();
  const since = later(now, { days: -1 }).toISOString();
  const scopes = mailScopes(office, address, asking);
  const code = String(Buffer.from(office.random.bytes(4)).readUInt32BE() % 1_000_000).padStart(6, '0');
  const content = Buffer.from(JSON.stringify({ address, language, code } satisfies SealedAddress));
  const sent = await oneAtATime(office.database, [application.id, scopes.address, scopes.asking], async (transaction) => {
    if ((await countMails(transaction, scopes.address, since)) >= mostToAddress) return false;
    if ((await countMails(transaction, scopes.asking, since)) >= mostAsked) return false;
    await recordMail(transaction, [scopes.address, scopes.asking], at);
    await putMailAddress(transaction, {
      application_id: application.id,
      sealed: seal(content, applicationKey(office, application), purpose(application.id)),
      attempts: 0,
      expires_at: later(now, { seconds: codeSeconds }).toISOString(),
      confirmed_at: null,
    });
    await insertNotice(transaction, { id: office.random.uuid(), applicationId: application.id, kind: 'confirm', at });
    return true;
  });
  if (sent) office.wake();
  return sent ? 'sent' : 'limited';
}

/** Confirms the address by the digits as typed, and tells it that the application arrived. */
export async function confirmAddress(
  office: Office,
  application: ApplicationRow,
  typed: string,
): Promise<'confirmed' | 'wrong' | 'expired'> {
  const outcome = await oneAtATime(office.database, application.id, async (transaction) => {
    const row = await findMailAddress(transaction, application.id);
    const sealed = row && openAddress(office, application, row);
    if (!row || !sealed) return 'expired';
    const state = stateOf(office, row);
    if (state !== 'unconfirmed') return state;
    if (!sameDigits(typed.replace(/\D/g, ''), sealed.code)) {
      await changeMailAddress(transaction, application.id, { attempts: row.attempts + 1 });
      return row.attempts + 1 >= mostAttempts ? 'expired' : 'wrong';
    }
    const at = office.clock.now().toISOString();
    await changeMailAddress(transaction, application.id, { confirmed_at: at });
    await insertNotice(transaction, { id: office.random.uuid(), applicationId: application.id, kind: 'received', at });
    return 'confirmed';
  });
  if (outcome === 'confirmed') office.wake();
  return outcome;
}

function sameDigits(typed: string, code: string): boolean {
  return typed.length === code.length && timingSafeEqual(Buffer.from(typed), Buffer.from(code));
}

export function removeAddress(office: Office, application: ApplicationRow): Promise<void> {
  return oneAtATime(office.database, application.id, (transaction) => deleteMailAddress(transaction, application.id));
}
