import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { CmisException } from './exception.js';
import type { StoredContent } from './object-store.js';

/** What was posted. Names of controls are the same in upper and lower case (CMIS 1.1, section 5.4.4.3). */
export interface PostedForm {
  control(name: string): string | undefined;
  /** Values by property id. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  readonly content: StoredContent | undefined;
}

const limits = { fields: 500, fieldSize: 1024 * 1024, files: 1, fileSize: 2 * 1024 ** 3, parts: 501 };

/** Reads a posted form; a file in it is streamed to `path`. @throws CmisException */
export async function readForm(request: Request, path: string): Promise<PostedForm> {
  const controls = new Map<string, string>();
  const writing: Promise<StoredContent>[] = [];
  try {
    const parser = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
    parser.on('field', (name, text) => void controls.set(name.toLowerCase(), text));
    parser.on('file', (name, stream, { filename, mimeType }) => {
      if (name.toLowerCase() !== 'content') return void stream.resume();
      writing.push(store(stream, path, { name: (filename as string | undefined) ?? '', mediaType: mimeType }));
    });
    await pipeline(request, parser);
    const content = (await Promise.all(writing))[0];
    return { control: (name) => controls.get(name.toLowerCase()), properties: propertiesIn(controls), content };
  } catch (cause) {
    await Promise.allSettled(writing);
    await rm(path, { force: true });
    if (cause instanceof CmisException) throw cause;
    throw new CmisException('invalidArgument', 'Das Formular ist nicht vollständig oder nicht lesbar.');
  }
}

async function store(stream: Readable, path: string, about: { name: string; mediaType: string }): Promise<StoredContent> {
  const hash = createHash('sha256');
  let length = 0;
  await pipeline(
    stream,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        length += piece.length;
        yield piece;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { ...about, file: basename(path), length, sha256: hash.digest('hex') };
}

/** `propertyId[0]` with `propertyValue[0]`, or `propertyValue[0][0]` and on; without gaps. */
function propertiesIn(controls: ReadonlyMap<string, string>): Map<string, string[]> {
  const properties = new Map<string, string[]>();
  const announced = [...controls.keys()].filter((name) => name.startsWith('propertyid[')).length;
  for (let index = 0; index < announced; index += 1) {
    const id = controls.get(`propertyid[${index}]`);
    if (id === undefined) throw new CmisException('invalidArgument', `propertyId[${index}] fehlt: die Nummern müssen lückenlos sein.`);
    const single = controls.get(`propertyvalue[${index}]`);
    const values = single === undefined ? [] : [single];
    for (let position = 0; controls.has(`propertyvalue[${index}][${position}]`); position += 1)
      values.push(controls.get(`propertyvalue[${index}][${position}]`) ?? '');
    properties.set(id, values);
  }
  return properties;
}
