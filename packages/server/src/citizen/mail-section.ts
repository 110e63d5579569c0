import { personFields, readAnswer } from '@serviceportal/form-engine';
import type { MailSectionView } from '@serviceportal/form-engine';
import { openApplication } from '../applications/application.js';
import { mailAddressOf } from '../applications/mail-address.js';
import type { MailAddress } from '../applications/mail-address.js';
import type { Portal } from '../portal.js';
import type { CitizenCase } from './case-access.js';

/** Below the status, which a form's page cannot be called. */
export const mailPath = '/stand/e-mail';

const states = { unconfirmed: 'confirm', expired: 'confirm', confirmed: 'confirmed' } as const;

/** What status and confirmation say of messages by e-mail. Null: the municipality sends none. */
export async function mailSection(portal: Portal, found: CitizenCase): Promise<MailSectionView | null> {
  const { office } = portal;
  if (!office.notifies) return null;
  const known = await mailAddressOf(office, found.row);
  const action = `${found.base}${mailPath}`;
  if (known) return { state: states[known.state], address: shownAddress(known, found), action };
  return { state: 'ask', address: found.own ? await answeredAddress(portal, found) : '', action };
}

/** Who only has number and Abrufcode need not learn the address. */
function shownAddress({ address }: Pick<MailAddress, 'address'>, { own }: Pick<CitizenCase, 'own'>): string {
  const at = address.lastIndexOf('@');
  return own ? address : `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** The address that the form asked the person for who applied; empty: none. */
async function answeredAddress({ office }: Portal, { row }: CitizenCase): Promise<string> {
  const { service, evaluation, content } = await openApplication(office, row);
  const field = personFields(service.form).find(({ attribute }) => attribute === 'email');
  if (!field || !evaluation.relevant(field.position, [])) return '';
  const answer = readAnswer(content.answers, field.position, []);
  return typeof answer === 'string' ? answer : '';
}
