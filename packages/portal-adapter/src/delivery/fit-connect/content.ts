import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery, DeliveryFile } from '../../contract/delivery.js';
import { fileBytes } from '../file-bytes.js';
import { distinctFileNames } from '../file-name.js';
import { describeCase } from '../http/case-description.js';
import type { FitConnectConfiguration } from './configuration.js';

export interface SubmissionData {
  readonly schemaUri: string;
  readonly mimeType: 'application/json' | 'application/xml';
  bytes(): Promise<Buffer>;
}

export interface PlannedAttachment {
  readonly file: DeliveryFile;
  readonly filename: string;
  readonly purpose: 'form' | 'attachment' | 'report';
  readonly mimeType: string;
}

/** A delivery as FIT-Connect divides it: one set of structured data, and attachments. */
export interface Content {
  readonly data: SubmissionData;
  readonly attachments: readonly PlannedAttachment[];
  /** JSON of the portal's own description, where it goes along. */
  readonly description?: string;
}

type Wanted = Pick<FitConnectConfiguration, 'schemas' | 'supplementSchema' | 'caseDescription' | 'maxDataMegabytes' | 'metadata'>;

/** @throws DeliveryError `fit-connect-data-missing`, `fit-connect-data-too-large` */
export function contentOf(delivery: Delivery, wanted: Wanted): Content {
  const names = distinctFileNames(delivery.files);
  const description = wanted.caseDescription && JSON.stringify(describeCase(delivery));
  const chosen = chooseData(delivery, wanted);
  const attachments = delivery.files.flatMap((file, index) =>
    file === chosen?.file ? [] : [planned(file, names[index] ?? `Datei ${index + 1}`)],
  );
  const data = chosen ? dataIn(chosen.file, chosen, wanted.maxDataMegabytes * 1_000_000) : describedAs(description, wanted);
  return { data, attachments, ...(description !== undefined && wanted.metadata === '2.1.0' && { description }) };
}

interface Chosen {
  readonly file: DeliveryFile;
  readonly schemaUri: string;
  readonly mimeType: 'application/json' | 'application/xml';
}

function chooseData(delivery: Delivery, wanted: Wanted): Chosen | null {
  const fitting = delivery.supplement
    ? wanted.supplementSchema ? [wanted.supplementSchema] : [] // prettier-ignore
    : wanted.schemas.filter(({ service }) => service === undefined || service === delivery.service.key);
  for (const { mimeType, schemaUri } of fitting) {
    const file = delivery.files.find((one) => one.purpose === 'data' && bareType(one.mediaType) === mimeType);
    if (file) return { file, mimeType, schemaUri };
  }
  return null;
}

function dataIn(file: DeliveryFile, { schemaUri, mimeType }: Chosen, maxBytes: number): SubmissionData {
  if (file.size > maxBytes) {
    throw new DeliveryError(
      'fit-connect-data-too-large',
      'refused',
      `The structured data have ${file.size} bytes, this target takes ${maxBytes} (maxDataMegabytes).`,
    );
  }
  return {
    schemaUri,
    mimeType,
    async bytes() {
      const pieces: Buffer[] = [];
      for await (const piece of fileBytes(file)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

function describedAs(description: string | undefined, wanted: Wanted): SubmissionData {
  if (description === undefined || !wanted.caseDescription) {
    throw new DeliveryError(
      'fit-connect-data-missing',
      'refused',
      'The delivery has no structured data that fit "schemas" (or "supplementSchema") of this target. FIT-Connect takes nothing without.',
    );
  }
  const { schemaUri } = wanted.caseDescription;
  return { schemaUri, mimeType: 'application/json', bytes: () => Promise.resolve(Buffer.from(description)) };
}

const purposes = { form: 'form', attachment: 'attachment', data: 'report' } as const;

function planned(file: DeliveryFile, filename: string): PlannedAttachment {
  const type = bareType(file.mediaType);
  const mimeType = /^[-\w.]+\/[-\w.+]+$/.test(type) && type.length <= 200 ? type : 'application/octet-stream';
  return { file, filename, purpose: purposes[file.purpose], mimeType };
}

function bareType(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}
