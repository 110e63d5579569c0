import { randomBytes } from 'node:crypto';
import type { Delivery } from '../../contract/delivery.js';
import { fileBytes } from '../file-bytes.js';
import { describeCase } from './case-description.js';
import type { FileDescription } from './case-description.js';
import type { RequestBody } from './exchange.js';

/** `multipart/form-data` (RFC 7578): the part `case`, then the files in order. File names as browsers write them: UTF-8, `"` as %22. */
export function multipartBody(delivery: Delivery, boundary = `serviceportal-${randomBytes(18).toString('hex')}`): RequestBody {
  const description = describeCase(delivery);
  const json = JSON.stringify(description);
  const start = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="case"\r\nContent-Type: application/json\r\n\r\n${json}\r\n`,
  );
  const heads = description.files.map((file) => Buffer.from(fileHead(boundary, file)));
  const between = Buffer.from('\r\n');
  const end = Buffer.from(`--${boundary}--\r\n`);

  async function* bytes(): AsyncGenerator<Buffer> {
    yield start;
    for (const [index, file] of delivery.files.entries()) {
      yield heads[index] as Buffer;
      yield* fileBytes(file);
      yield between;
    }
    yield end;
  }

  const files = delivery.files.reduce((sum, file, index) => sum + (heads[index]?.length ?? 0) + file.size + between.length, 0);
  return { contentType: `multipart/form-data; boundary=${boundary}`, length: start.length + files + end.length, bytes };
}

function fileHead(boundary: string, file: FileDescription): string {
  const mediaType = /^[\w.+-]+\/[\w.+-]+(;\s*[\w-]+=[\w."-]+)*$/.test(file.mediaType) ? file.mediaType : 'application/octet-stream';
  const name = file.name.replaceAll('"', '%22');
  return `--${boundary}\r\nContent-Disposition: form-data; name="${file.part}"; filename="${name}"\r\nContent-Type: ${mediaType}\r\n\r\n`;
}
