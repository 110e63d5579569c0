import type { Delivery, DeliveryFile } from '../../contract/delivery.js';
import { keyDigest } from '../../delivery/directory/places.js';
import { safeFileName } from '../../delivery/file-name.js';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** `2026-03-01`: the day in Germany. */
function dayOf(instant: string): string {
  return day.format(new Date(instant));
}

const ofCase = {
  key: ({ key }: Delivery) => key,
  /** Enough of the key to be unique, where the whole would be too long to read. */
  keyDigest: ({ key }: Delivery) => keyDigest(key).slice(0, 12),
  reference: ({ reference }: Delivery) => reference,
  service: ({ service }: Delivery) => service.key,
  serviceTitle: ({ service }: Delivery) => service.title,
  serviceVersion: ({ service }: Delivery) => service.version,
  leika: ({ service }: Delivery) => service.leika[0] ?? '',
  municipality: ({ municipality }: Delivery) => municipality.name,
  ars: ({ municipality }: Delivery) => municipality.ars,
  date: ({ submittedAt }: Delivery) => dayOf(submittedAt),
  year: ({ submittedAt }: Delivery) => dayOf(submittedAt).slice(0, 4),
  month: ({ submittedAt }: Delivery) => dayOf(submittedAt).slice(5, 7),
  submittedAt: ({ submittedAt }: Delivery) => submittedAt,
  /** As the Browser Binding writes instants: milliseconds since 1970 (CMIS 1.1, section 5.2.3). */
  submittedAtMillis: ({ submittedAt }: Delivery) => String(Date.parse(submittedAt)),
};

/** A file, numbered from 1 within its case. */
export interface NumberedFile {
  readonly delivery: Delivery;
  readonly file: DeliveryFile;
  readonly name: string;
  readonly number: number;
}

const ofFile = {
  name: ({ name }: NumberedFile) => name,
  purpose: ({ file }: NumberedFile) => file.purpose,
  mediaType: ({ file }: NumberedFile) => file.mediaType,
  sha256: ({ file }: NumberedFile) => file.sha256,
  number: ({ number }: NumberedFile) => String(number),
};

/** Texts with placeholders in braces. */
interface Template<Subject> {
  /** What is wrong with the text; undefined: nothing. */
  mistakeIn(text: string): string | undefined;
  fill(text: string, subject: Subject): string;
}

function template<Subject>(values: Readonly<Record<string, (subject: Subject) => string>>): Template<Subject> {
  const placeholder = /\{(\w*)\}/g;
  return {
    mistakeIn(text) {
      const unknown = [...text.matchAll(placeholder)].map(([, name]) => name ?? '').find((name) => !Object.hasOwn(values, name));
      if (unknown !== undefined) return `must not contain {${unknown}}; there are ${Object.keys(values).join(', ')}`;
      return /[{}]/.test(text.replace(placeholder, '')) ? 'must not contain a single brace' : undefined;
    },
    fill: (text, subject) => text.replace(placeholder, (_, name: string) => values[name]?.(subject) ?? ''),
  };
}

export const caseTemplate = template<Delivery>(ofCase);

const caseValues = Object.entries(ofCase).map(([name, value]) => [name, ({ delivery }: NumberedFile) => value(delivery)] as const);
export const documentTemplate = template<NumberedFile>({ ...Object.fromEntries(caseValues), ...ofFile });

/** Names of the folders from the root down to the case; no value can add a level or leave its own. */
export function folderNames(path: string, delivery: Delivery): string[] {
  return path
    .slice(1)
    .split('/')
    .map((segment) => safeFileName(caseTemplate.fill(segment, delivery).replace(/[/\\]/g, '-')));
}
