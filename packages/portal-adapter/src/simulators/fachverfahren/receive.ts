import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import busboy from 'busboy';
import { caseDescription } from './received-case.js';
import type { ReceivedDescription } from './received-case.js';

/** The request is not what docs/connectors/http.md describes. The message goes to the sender. */
export class UnreadableCase extends Error {
  override readonly name = 'UnreadableCase';
}

interface StoredPart {
  readonly size: number;
  readonly sha256: string;
}

const limits = { fields: 1, fieldSize: 1024 * 1024, files: 500, fileSize: 2 * 1024 ** 3, parts: 501 };

/**
 * Streams the parts of a request into `folder`, a file a part, and checks them against the description.
 *
 * @throws UnreadableCase
 */
export async function receiveCase(request: Request, folder: string): Promise<ReceivedDescription> {
  const parts = new Map<string, StoredPart>();
  const writing: Promise<void>[] = [];
  let description: ReceivedDescription | undefined;
  const parser = openParser(request);
  parser.on('field', (name, text) => {
    if (name === 'case') description = readDescription(text);
  });
  parser.on('file', (name, stream) => {
    if (!description?.files.some((file) => file.part === name) || parts.has(name)) return void stream.resume();
    writing.push(storePart(stream, join(folder, name)).then((stored) => void parts.set(name, stored)));
  });
  try {
    await pipeline(request, parser);
    await Promise.all(writing);
  } catch (cause) {
    await Promise.allSettled(writing);
    throw new UnreadableCase('Der Inhalt ist kein vollständiges multipart/form-data.', { cause });
  }
  if (!description) throw new UnreadableCase('Der Teil „case“ fehlt, steht nicht am Anfang oder ist nicht lesbar.');
  checkParts(description, parts);
  return description;
}

function openParser(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch (cause) {
    throw new UnreadableCase('Erwartet wird multipart/form-data.', { cause });
  }
}

function readDescription(text: string): ReceivedDescription | undefined {
  try {
    return caseDescription.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function storePart(stream: Readable, path: string): Promise<StoredPart> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    stream,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { size, sha256: hash.digest('hex') };
}

function checkParts(description: ReceivedDescription, parts: ReadonlyMap<string, StoredPart>): void {
  for (const file of description.files) {
    const part = parts.get(file.part);
    if (!part) throw new UnreadableCase(`Der Teil „${file.part}“ fehlt.`);
    if (part.size !== file.size || part.sha256 !== file.sha256) {
      throw new UnreadableCase(`Der Teil „${file.part}“ hat nicht die angekündigte Größe oder Prüfsumme.`);
    }
  }
}
