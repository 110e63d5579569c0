import { constants, createDecipheriv, privateDecrypt, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { z } from 'zod';
import { mebibyteOrLess } from './pieces.js';
import { parsedJson } from '../api/json.js';

/** Private keys by kid. */
export type PrivateKeys = ReadonlyMap<string, KeyObject>;

/** The JWE cannot be opened. The message names nothing that was in it. */
export class UnopenableJwe extends Error {
  override readonly name = 'UnopenableJwe';
  /** `key`: it was made for a key that is not ours. */
  readonly kind: 'form' | 'key' | 'content' | 'size';
  /** As far as it could be read. */
  readonly kid: string | undefined;
  constructor(kind: UnopenableJwe['kind'], message: string, kid?: string) {
    super(message);
    this.kind = kind;
    this.kid = kid;
  }
}

// Anything else in the header could change what the rest means: `crit`, `b64`, another `alg`.
const header = z.object({
  alg: z.literal('RSA-OAEP-256'),
  enc: z.literal('A256GCM'),
  kid: z.string().max(200),
  cty: z.string().max(200).optional(),
  zip: z.literal('DEF').optional(),
  typ: z.string().optional(),
  crit: z.undefined().optional(),
});

/** What stands around the content of a JWE. */
export interface Opened {
  readonly mediaType: string | undefined;
  /** As it stands at the end of the JWE; known when all bytes were read. */
  readonly tag: string;
}

const maxHead = 16 * 1024;
const tagLetters = 22;

/**
 * Opens a compact JWE while it is read. **What comes out is not authentic before the end**: keep it apart until then, and drop it if
 * this throws. Inflates at most `maxBytes` (RFC 8725, section 3.6).
 *
 * @throws UnopenableJwe
 */
export async function* openedStream(
  source: AsyncIterable<Buffer>,
  keys: PrivateKeys,
  maxBytes: number,
  done: (opened: Opened) => void,
): AsyncGenerator<Buffer> {
  const reader = await headOf(source);
  const parsed = header.safeParse(parsedJson(Buffer.from(reader.header, 'base64url').toString('utf8')));
  if (!parsed.success) throw new UnopenableJwe('form', 'The header of a JWE is not RSA-OAEP-256 with A256GCM.', kidIn(reader.header));
  const key = keys.get(parsed.data.kid);
  if (!key) throw new UnopenableJwe('key', 'A JWE is made for a key that is not here.', parsed.data.kid);
  const nonce = Buffer.from(reader.nonce, 'base64url');
  if (nonce.length !== 12) throw new UnopenableJwe('form', 'The nonce of a JWE does not have 96 bits.');
  const decipher = createDecipheriv('aes-256-gcm', contentKey(key, reader.wrapped), nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(reader.header));
  let tag = '';
  let isAuthentic = false;

  async function* deciphered(): AsyncGenerator<Buffer> {
    for await (const piece of ciphertext(reader.rest, (found) => (tag = found))) yield decipher.update(piece);
    try {
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      decipher.final();
    } catch {
      throw new UnopenableJwe('content', 'A JWE was changed, or made for another key.');
    }
    isAuthentic = true;
  }

  let size = 0;
  for await (const piece of parsed.data.zip ? inflated(deciphered()) : deciphered()) {
    size += piece.length;
    if (size > maxBytes) throw new UnopenableJwe('size', `A JWE holds more than ${maxBytes} bytes.`);
    if (piece.length > 0) yield piece;
  }
  if (!isAuthentic) throw new UnopenableJwe('content', 'A JWE was not read to its tag.');
  done({ mediaType: parsed.data.cty, tag });
}

/** Who cannot unwrap the key learns it no earlier than who has the wrong content (RFC 7516, section 11.5). */
function contentKey(key: KeyObject, wrapped: string): Buffer {
  const other = randomBytes(32);
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const found = privateDecrypt({ key, padding, oaepHash: 'sha256' }, Buffer.from(wrapped, 'base64url'));
    return found.length === 32 ? found : other;
  } catch {
    return other;
  }
}

async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  let given = 0;
  // The error of the source destroys the inflater with it, and reading throws it.
  pipeline(
    Readable.from(
      counted(source, (bytes) => (given += bytes)),
      { objectMode: true },
    ),
    inflate,
    () => undefined,
  );
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    // A download that breaks off says nothing about the content.
    throw isOfZlib(error) ? new UnopenableJwe('content', 'A JWE says it is deflated, but is not.') : error;
  }
  // The inflater stops at its last block, wherever that lies (RFC 1951, section 3.2.3).
  if (inflate.bytesWritten < given) throw new UnopenableJwe('content', 'A JWE goes on after what is deflated in it.');
}

async function* counted(source: AsyncIterable<Buffer>, add: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    add(piece.length);
    yield piece;
  }
}

function isOfZlib(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('Z_');
}

interface Head {
  readonly header: string;
  readonly wrapped: string;
  readonly nonce: string;
  /** Ciphertext, a dot, the tag. */
  readonly rest: AsyncIterable<Buffer>;
}

async function headOf(source: AsyncIterable<Buffer>): Promise<Head> {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  for (;;) {
    const dots = firstDots(held, 3);
    if (dots.length === 3) {
      const [one = 0, two = 0, three = 0] = dots;
      const part = (from: number, to: number): string => held.subarray(from, to).toString('latin1');
      const parts = { header: part(0, one), wrapped: part(one + 1, two), nonce: part(two + 1, three) };
      if (!Object.values(parts).every((text) => /^[\w-]+$/.test(text))) break;
      return { ...parts, rest: continued(held.subarray(three + 1), iterator) };
    }
    const { done, value } = held.length > maxHead ? { done: true, value: undefined } : await iterator.next();
    if (done || !value) break;
    held = Buffer.concat([held, value]);
  }
  throw new UnopenableJwe('form', 'What was sent is not a compact JWE.');
}

function firstDots(bytes: Buffer, count: number): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf('.'); at >= 0 && found.length < count; at = bytes.indexOf('.', at + 1)) found.push(at);
  return found;
}

async function* continued(first: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

/** Bytes of the ciphertext. The last letters may be the tag, so they wait until the end is known. */
async function* ciphertext(source: AsyncIterable<Buffer>, found: (tag: string) => void): AsyncGenerator<Buffer> {
  const wait = tagLetters + 1;
  let held = '';
  for await (const piece of mebibyteOrLess(source)) {
    held += piece.toString('latin1');
    const ready = Math.max(0, held.length - wait);
    const whole = ready - (ready % 4);
    if (whole > 0) yield decoded(held.slice(0, whole));
    held = held.slice(whole);
  }
  const [rest = '', tag = '', ...more] = held.split('.');
  if (tag.length !== tagLetters || more.length > 0) throw new UnopenableJwe('form', 'A JWE ends without its tag.');
  found(tag);
  yield decoded(rest);
}

function decoded(text: string): Buffer {
  if (!/^[\w-]*$/.test(text)) throw new UnopenableJwe('form', 'A JWE holds something else than base64url.');
  return Buffer.from(text, 'base64url');
}

function kidIn(encoded: string): string | undefined {
  const kid = (parsedJson(Buffer.from(encoded, 'base64url').toString('utf8')) as { kid?: unknown } | null | undefined)?.kid;
  return typeof kid === 'string' ? kid.slice(0, 200) : undefined;
}
