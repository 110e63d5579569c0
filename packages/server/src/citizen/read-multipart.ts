import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FormPost } from '@serviceportal/form-engine';
import busboy from 'busboy';
import type { Request } from 'express';
import { PortalError } from '../security/portal-error.js';
import { emptyFields } from './form-fields.js';

export interface PostedFile {
  /** Input name. */
  readonly input: string;
  /** As the browser gave it. */
  readonly name: string;
  readonly stream: Readable;
}

const mostFields = 2000;
const mostFiles = 20;
const longestName = 400;
const longestField = 40_000;

/** What the names and values of all fields may weigh together: they are kept in memory, and anyone may send them. */
const mostFieldBytes = 1_000_000;

/**
 * Reads a post in `multipart/form-data`. Files go to `receive`, one after the other; one of more than `largestFile` bytes ends
 * the post. What is not read any more when it fails is thrown away.
 * @throws PortalError `too-large`, or `request-unreadable` where it breaks off or is no such post
 */
export async function readMultipart(
  request: Request,
  largestFile: number,
  receive: (file: PostedFile) => Promise<void>,
): Promise<FormPost> {
  const parser = parserOf(request, largestFile);
  const fields = emptyFields();
  let fieldBytes = 0;
  let files: Promise<void> = Promise.resolve();
  let refusal: unknown = null;
  const stop = (reason: unknown): void => {
    refusal ??= reason;
    // Later: busboy does not expect to be ended while it reports something.
    process.nextTick(() => parser.destroy(new Error('The post was refused')));
  };
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (refusal !== null) return;
    fieldBytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (nameTruncated || valueTruncated || fieldBytes > mostFieldBytes) stop(tooLarge('fields'));
    // Of several inputs of one name the first one counts.
    else fields[name] ??= value;
  });
  parser.on('file', (input, stream, { filename }) => {
    // It may fail before `receive` listens.
    stream.on('error', () => undefined);
    stream.on('limit', () => stop(tooLarge('file')));
    // A file input that was left empty comes without a name.
    if (!filename) return void stream.resume();
    files = files.then(() => receive({ input, name: filename, stream }));
    // A file that ends with the post is not what ended it.
    files.catch((error: unknown) => stream.errored ?? stop(error));
  });
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit']) parser.on(limit, () => stop(tooLarge(limit)));
  try {
    const end = finished(parser);
    finished(request, { writable: false }).catch((error: unknown) => stop(unreadable(error)));
    request.pipe(parser);
    await end;
    await files;
    return fields;
  } catch (error) {
    // Files that are still being written end before the caller cleans up after them.
    await files.catch(() => undefined);
    throw refusal ?? unreadable(error);
  } finally {
    request.unpipe(parser);
    request.resume();
  }
}

function parserOf({ headers }: Request, fileSize: number): busboy.Busboy {
  try {
    return busboy({
      headers,
      // Browsers send file names in UTF-8; the default would read them as Latin-1.
      defParamCharset: 'utf8',
      limits: { fields: mostFields, fieldSize: longestField, fieldNameSize: longestName, files: mostFiles, fileSize },
    });
  } catch (error) {
    throw unreadable(error);
  }
}

const tooLarge = (what: string): PortalError => new PortalError('too-large', 413, `Too much of: ${what}`);

const unreadable = (cause?: unknown): PortalError =>
  new PortalError('request-unreadable', 400, 'The post broke off or is not what it claims to be', { cause });
