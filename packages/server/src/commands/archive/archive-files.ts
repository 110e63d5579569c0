import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { DeliveryFile } from '@serviceportal/portal-adapter';
import type { Sender } from '../../municipalities/municipality.js';
import type { ApplicationRow } from '../../storage/applications.js';
import { caseFiles } from '../../work/case-files.js';
import type { CaseFile } from '../../work/case-files.js';
import type { CaseOffice } from '../cases.js';

const mediaTypes: Readonly<Record<string, string>> = { '.json': 'application/json', '.pdf': 'application/pdf' };

/** What an archive keeps of a case: the application with its attachments, and the letters that followed. Not how it was handed over. */
const kept = /^(antrag\.|anlagen\/|schriftwechsel)/;

/** @throws ApplicationUnreadable */
export async function archiveFiles(office: CaseOffice, sender: Sender, row: ApplicationRow): Promise<DeliveryFile[]> {
  const files = (await caseFiles(office, sender, row)).filter(({ name }) => kept.test(name));
  return Promise.all(files.map(measured));
}

/** Read once for size and digest; it is read again when it is written. */
async function measured({ name, open }: CaseFile): Promise<DeliveryFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of open()) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return {
    // Messages have no folders.
    name: name.replaceAll('/', '-'),
    mediaType: mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    size,
    sha256: hash.digest('hex'),
    purpose: purposeOf(name),
    open,
  };
}

function purposeOf(name: string): DeliveryFile['purpose'] {
  if (name === 'antrag.pdf') return 'form';
  return name.endsWith('.json') && !name.includes('/') ? 'data' : 'attachment';
}
