import { Readable } from 'node:stream';
import { serviceIn } from '@serviceportal/form-engine';
import { openApplication } from '../applications/application.js';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import { lettersOf } from '../applications/letters.js';
import { mailAddressOf } from '../applications/mail-address.js';
import type { Office } from '../applications/office.js';
import type { Sender } from '../municipalities/municipality.js';
import type { ApplicationRow } from '../storage/applications.js';
import { deliveriesOf } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { attemptsOf } from '../storage/delivery-attempts.js';
import { eventsOf } from '../storage/events.js';
import { noticesOf } from '../storage/notices.js';
import { applicationDocument } from './application-document.js';
import { openCaseReason, openReason } from './reason.js';
import { openContent } from './sent-content.js';

/** A file of an export. */
export interface CaseFile {
  /** With folders, apart by `/`. */
  readonly name: string;
  readonly open: () => Readable;
}

type CaseOffice = Pick<Office, 'clock' | 'database' | 'files' | 'key' | 'services' | 'land'>;

/**
 * Everything that is stored about a case, for the person whom it is about: as data, and where there are documents, as those.
 *
 * @throws ApplicationUnreadable
 */
export async function caseFiles(office: CaseOffice, sender: Sender, row: ApplicationRow): Promise<CaseFile[]> {
  const application = await openApplication(office, row);
  const deliveries = await deliveriesOf(office.database, [row.id]);
  const letters = await lettersOf(office, row);
  const stored = (name: string, attachment: string, key: string): CaseFile => ({
    name,
    open: () => office.files.read(attachment, Buffer.from(key, 'base64url')),
  });
  const uploads = fileAnswers(application.content.answers).flatMap(({ attachment, name }, index) => {
    const secret = application.content.files[attachment];
    return secret ? [stored(`anlagen/${index + 1}-${inZip(name)}`, attachment, secret.key)] : [];
  });
  return [
    json('antrag.json', answersOf(application)),
    { name: 'antrag.pdf', open: () => Readable.from([Buffer.from(applicationDocument(application, sender))]) },
    ...uploads,
    json(
      'schriftwechsel.json',
      letters.map(({ files, ...letter }) => ({ ...letter, files: files.map(({ name }) => name) })),
    ),
    ...letters.flatMap(({ number, files }) =>
      files.map(({ name, attachment, key }, index) => stored(`schriftwechsel/${number}/${index + 1}-${inZip(name)}`, attachment, key)),
    ),
    json('ereignisse.json', await eventsOf(office.database, row.id)),
    json('uebergaben.json', await Promise.all(deliveries.map((delivery) => deliveryOf(office, delivery)))),
    ...deliveries.flatMap((delivery) =>
      (openContent(office, row, delivery)?.files ?? [])
        // Uploads are there already.
        .filter(({ purpose }) => purpose !== 'attachment')
        .map(({ name, attachment, key }) =>
          stored(`uebergaben/${inZip(delivery.id.slice(row.id.length + 1))}/${inZip(name)}`, attachment, key),
        ),
    ),
    json('nachrichten.json', await messagesOf(office, row)),
  ];
}

function answersOf({ row, service, content }: Application): object {
  const { key, version } = service.package;
  return {
    reference: row.reference,
    service: { key, version, title: serviceIn(service.package, 'de').title },
    state: row.state,
    submittedAt: row.submitted_at,
    changedAt: row.updated_at,
    ...content,
    // Their keys stay here: the files themselves are in the export.
    files: Object.keys(content.files),
  };
}

async function deliveryOf(office: CaseOffice, delivery: DeliveryRow): Promise<object> {
  const attempts = await attemptsOf(office.database, delivery.id);
  return {
    target: delivery.target,
    supplement: delivery.supplement,
    state: delivery.state,
    createdAt: delivery.created_at,
    acknowledgedAt: delivery.acknowledged_at,
    counterpartReference: delivery.counterpart_reference,
    reason: openReason(office, delivery),
    counterpartState: delivery.case_state,
    counterpartStateAt: delivery.case_at,
    counterpartReason: openCaseReason(office, delivery),
    attempts: attempts.map(({ number, step, started_at, ended_at, outcome }) => ({ number, step, started_at, ended_at, outcome })),
  };
}

async function messagesOf(office: CaseOffice, row: ApplicationRow): Promise<object> {
  const address = await mailAddressOf(office, row);
  const notices = await noticesOf(office.database, row.id);
  return {
    address: address && { address: address.address, language: address.language, state: address.state },
    messages: notices.map(({ kind, state, created_at, updated_at }) => ({ kind, state, created_at, updated_at })),
  };
}

const json = (name: string, data: object): CaseFile => ({
  name,
  open: () => Readable.from([Buffer.from(`${JSON.stringify(data, null, 2)}\n`)]),
});

/** Names of uploads come from citizens: none leads out of its folder, or is refused by an unpacker. */
const inZip = (name: string): string => name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_');
