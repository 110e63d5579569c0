import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Transform } from 'node:stream';

// A file is sealed in pieces, each with its own tag, so that it streams both ways and no byte is given out unchecked. The
// nonce counts the pieces and marks the last one: a piece that is missing, moved or cut off is noticed. The key is used for
// one file only. (The scheme is known as STREAM: Hoang, Reyhanitabar, Rogaway, Vizár 2015.)
const pieceBytes = 64 * 1024;
const tagBytes = 16;

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Cuts what is written into pieces of `size`; the last one is handed to `piece` with `last` set, and may be empty. */
function inPieces(size: number, piece: (bytes: Buffer, index: number, last: boolean) => Buffer): Transform {
  let waiting: Buffer[] = [];
  let length = 0;
  let index = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting.push(chunk);
      length += chunk.length;
      if (length <= size) return done();
      try {
        let bytes = Buffer.concat(waiting);
        while (bytes.length > size) {
          this.push(piece(bytes.subarray(0, size), index++, false));
          bytes = bytes.subarray(size);
        }
        waiting = [bytes];
        length = bytes.length;
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        this.push(piece(Buffer.concat(waiting), index, true));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/** Encrypts a stream with a 32-byte key that is used for this file alone. */
export function sealStream(key: Uint8Array): Transform {
  return inPieces(pieceBytes, (bytes, index, last) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(index, last));
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  });
}

/** Decrypts what `sealStream` wrote; the stream fails where a byte was changed or the end is missing. */
export function unsealStream(key: Uint8Array): Transform {
  return inPieces(pieceBytes + tagBytes, (bytes, index, last) => {
    const end = bytes.length - tagBytes;
    if (end < 0) throw new Error('The sealed file is cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, last), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  });
}
