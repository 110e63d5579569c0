import { randomBytes } from 'node:crypto';
import type { RequestBody } from '../../delivery/http/exchange.js';

/** Values to set, by property id. */
export type PropertyValues = Readonly<Record<string, string | readonly string[]>>;

/** Control names of HTML forms that carry properties: numbered without gaps from 0 (CMIS 1.1, section 5.4.4.3.3). */
export function propertyControls(properties: PropertyValues): [string, string][] {
  return Object.entries(properties).flatMap(([id, value], index): [string, string][] => [
    [`propertyId[${index}]`, id],
    ...(typeof value === 'string'
      ? [[`propertyValue[${index}]`, value] as [string, string]]
      : value.map((single, position): [string, string] => [`propertyValue[${index}][${position}]`, single])),
  ]);
}

/** A form without a file. */
export function urlEncoded(controls: readonly (readonly [string, string])[]): RequestBody {
  const content = Buffer.from(new URLSearchParams(controls.map(([name, value]): [string, string] => [name, value])).toString());
  return {
    contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
    length: content.length,
    async *bytes() {
      yield await Promise.resolve(content);
    },
  };
}

/** The file part of a form. */
export interface Content {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly length: number;
  bytes(): AsyncGenerator<Buffer>;
}

/** A form with one file in the control `content` (CMIS 1.1, section 5.4.4.3.15), streamed. */
export function multipart(controls: readonly (readonly [string, string])[], content: Content): RequestBody {
  const boundary = `serviceportal-${randomBytes(18).toString('hex')}`;
  const fields = controls.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(content.mediaType) ? content.mediaType : 'application/octet-stream';
  const name = content.name.replaceAll('"', '%22');
  const head = Buffer.from(
    `${fields.join('')}--${boundary}\r\nContent-Disposition: form-data; name="content"; filename="${name}"\r\nContent-Type: ${mediaType}\r\nContent-Transfer-Encoding: binary\r\n\r\n`,
  );
  const end = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: head.length + content.length + end.length,
    async *bytes() {
      yield head;
      yield* content.bytes();
      yield end;
    },
  };
}
