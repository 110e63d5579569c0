import { serviceIn } from '@serviceportal/form-engine';
import type { Notice } from '@serviceportal/portal-adapter';
import type { Office } from '../applications/office.js';
import { mailAddressOf } from '../applications/mail-address.js';
import type { MailAddress } from '../applications/mail-address.js';
import { timeIn } from '../citizen/local-time.js';
import type { MunicipalityConfiguration } from '../municipalities/configuration.js';
import { findApplication } from '../storage/applications.js';
import type { ApplicationRow } from '../storage/applications.js';
import type { NoticeRow } from '../storage/notices.js';
import { mailText } from '../texts/mail/mail-text.js';

/** Who writes, and under which address their portal is reached. */
export interface NoticeSender {
  readonly municipality: Pick<MunicipalityConfiguration, 'name' | 'contact'>;
  readonly baseUrl: string;
}

/** What a message says, as things stand. Null: nobody waits for it any more. */
export async function buildNotice(office: Office, sender: NoticeSender, { id, kind, application_id }: NoticeRow): Promise<Notice | null> {
  const application = await findApplication(office.database, application_id);
  const address = application && (await mailAddressOf(office, application));
  if (!application || !address || address.state !== (kind === 'confirm' ? 'unconfirmed' : 'confirmed')) return null;
  const { language } = address;
  const { name, contact } = sender.municipality;
  const params = {
    municipality: name,
    contact: [contact.office, contact.phone].filter((line) => line !== undefined).join('\n'),
    statusAddress: new URL('/status', sender.baseUrl).href,
    ...(kind === 'confirm' ? codeOf(address) : await caseOf(office, application, language, kind)),
  };
  const text = `${mailText(language, `${kind}.text`, params)}\n${mailText(language, 'closing', params)}`;
  return {
    id,
    to: address.address,
    subject: mailText(language, `${kind}.subject`, params),
    text,
    language: language.split('-')[0] ?? 'de',
  };
}

/** Nothing of the application: the address may be somebody else's. */
const codeOf = ({ code, expiresAt, language }: MailAddress): Record<string, string> => ({
  code: `${code.slice(0, 3)} ${code.slice(3)}`,
  until: timeIn(expiresAt, language),
});

async function caseOf(
  office: Office,
  { reference, submitted_at, package_digest, package_key }: ApplicationRow,
  language: MailAddress['language'],
  kind: 'received' | 'news',
): Promise<Record<string, string>> {
  if (kind === 'news') return { reference };
  const service = await office.services.byDigest(package_digest);
  const { title, nextSteps } = service ? serviceIn(service.package, language) : { title: package_key, nextSteps: [] };
  const steps = nextSteps.map((step, index) => `${index + 1}. ${oneLine(step)}\n`).join('');
  const next = steps === '' ? '' : `\n${mailText(language, 'received.next')}\n${steps}`;
  return { reference, service: oneLine(title), at: timeIn(submitted_at, language), next };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
