import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Delivery, DeliveryFile } from './delivery.js';

export function sampleFile(name: string, content: string | Buffer, purpose: DeliveryFile['purpose'] = 'attachment'): DeliveryFile {
  const bytes = Buffer.from(content);
  const mediaType = name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, size: bytes.length, sha256, purpose, open: () => Readable.from(bytes.length ? [bytes] : []) };
}

/** A file that exists only while it is read; every megabyte is different. */
export function largeFile(name: string, megabytes: number): DeliveryFile {
  const piece = (index: number) => Buffer.alloc(1024 * 1024, `${index} `);
  const hash = createHash('sha256');
  for (let index = 0; index < megabytes; index += 1) hash.update(piece(index));
  const open = () =>
    Readable.from(
      (function* () {
        for (let index = 0; index < megabytes; index += 1) yield piece(index);
      })(),
      { highWaterMark: 1 },
    );
  return {
    name,
    mediaType: 'application/octet-stream',
    size: megabytes * 1024 * 1024,
    sha256: hash.digest('hex'),
    purpose: 'attachment',
    open,
  };
}

/** An application with structured data, the form as a document and an attachment. */
export function sampleDelivery(change: Partial<Delivery> = {}): Delivery {
  return {
    key: randomUUID(),
    reference: 'H-2026-000123',
    service: { key: 'hundesteuer', version: '1.0.0', title: 'Hundesteuer: Anmeldung für größere Hunde', leika: ['99102013104000'] },
    municipality: { name: 'Musterstadt', ars: '059580000000' },
    submittedAt: '2026-03-01T09:30:00.000Z',
    files: [
      sampleFile('antrag.json', '{"name":"Jörg Groß-Şahin"}', 'data'),
      sampleFile('antrag.pdf', '%PDF-1.7 sample', 'form'),
      sampleFile('Nachweis.bin', Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256))),
    ],
    ...change,
  };
}
