import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mebibyteOrLess } from './pieces.js';

export interface Recipient {
  readonly key: KeyObject;
  readonly kid: string;
}

/** A compact JWE that is made while it is sent. */
export interface SealedStream {
  readonly contentType: 'application/jose';
  /** Bytes. */
  readonly length: number;
  /** Once. */
  bytes(): AsyncGenerator<Buffer>;
  /** Authentication tag, as it stands at the end. Only after all bytes were read. */
  tag(): string;
}

const algorithm = 'aes-256-gcm';

/**
 * RFC 7516, section 3.1, with RSA-OAEP-256 and A256GCM and without compression. The tag comes last, so nothing needs to be held back.
 *
 * @param mediaType of the plaintext, for the header `cty`
 * @param size bytes of `plain`
 */
export function sealedStream(recipient: Recipient, mediaType: string, plain: AsyncIterable<Buffer>, size: number): SealedStream {
  const header = Buffer.from(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: recipient.kid, cty: mediaType })).toString(
    'base64url',
  );
  const contentKey = randomBytes(32);
  const nonce = randomBytes(12);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrapped = publicEncrypt({ key: recipient.key, padding, oaepHash: 'sha256' }, contentKey).toString('base64url');
  const start = Buffer.from(`${header}.${wrapped}.${nonce.toString('base64url')}.`);
  let tag: string | undefined;

  async function* bytes(): AsyncGenerator<Buffer> {
    const cipher = createCipheriv(algorithm, contentKey, nonce);
    cipher.setAAD(Buffer.from(header));
    yield start;
    // Base64 stands for three bytes at a time; what is left over waits.
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of mebibyteOrLess(plain)) {
      const sealed = Buffer.concat([rest, cipher.update(piece)]);
      const whole = sealed.length - (sealed.length % 3);
      rest = sealed.subarray(whole);
      if (whole > 0) yield Buffer.from(sealed.subarray(0, whole).toString('base64url'));
    }
    cipher.final();
    tag = cipher.getAuthTag().toString('base64url');
    yield Buffer.from(`${rest.toString('base64url')}.${tag}`);
  }

  const tagLength = 1 + 22;
  return {
    contentType: 'application/jose',
    length: start.length + Math.ceil((size * 4) / 3) + tagLength,
    bytes,
    tag() {
      if (tag === undefined) throw new Error('The tag is known only after all bytes were read.');
      return tag;
    },
  };
}
