import { hostileEncodings } from './hostile-values.test-support.js';
import type { Random } from './random.test-support.js';

/** What happens to bytes on a bad day, and what somebody may do to them on purpose. */
type ByteMutation = (bytes: Buffer, random: Random) => Buffer;

const without = (bytes: Buffer, from: number, to: number): Buffer => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
const inserted = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
const place = (bytes: Buffer, random: Random): number => random.between(0, bytes.length);

function range(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + random.between(1, random.pick([1, 8, 100, 2_000])))];
}

function swapped16(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}

export const byteMutations: Readonly<Record<string, ByteMutation>> = {
  truncated: (bytes, random) => bytes.subarray(0, place(bytes, random)),
  'begins later': (bytes, random) => bytes.subarray(place(bytes, random)),
  'bits flipped': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let times = random.between(1, 8); times > 0 && copy.length > 0; times--) {
      const at = random.between(0, copy.length - 1);
      copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.between(0, 7)), at);
    }
    return copy;
  },
  'bytes put in': (bytes, random) =>
    inserted(
      bytes,
      place(bytes, random),
      Uint8Array.from({ length: random.between(1, 16) }, () => random.between(0, 255)),
    ),
  'no UTF-8 put in': (bytes, random) =>
    inserted(
      bytes,
      place(bytes, random),
      Uint8Array.from(random.pick([[0xc3], [0x80], [0xff], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]])),
    ),
  'NUL put in': (bytes, random) => inserted(bytes, place(bytes, random), new Uint8Array(random.between(1, 4))),
  'piece left out': (bytes, random) => without(bytes, ...range(bytes, random)),
  'piece doubled': (bytes, random) => {
    const [from, to] = range(bytes, random);
    return inserted(bytes, to, bytes.subarray(from, to));
  },
  'piece elsewhere': (bytes, random) => {
    const [from, to] = range(bytes, random);
    const rest = without(bytes, from, to);
    return inserted(rest, place(rest, random), bytes.subarray(from, to));
  },
  'UTF-8 BOM': (bytes, random) => Buffer.concat([...Array<Buffer>(random.between(1, 2)).fill(Buffer.from('\ufeff')), bytes]),
  'UTF-16': (bytes, random) => {
    const little = Buffer.from(`${random.chance(0.7) ? '\ufeff' : ''}${bytes.toString('utf8')}`, 'utf16le');
    return random.chance(0.5) ? little : swapped16(little);
  },
  'UTF-16 cut in a character': (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le').subarray(0, -1),
  'Latin 1': (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  'other encoding named': (bytes, random) =>
    Buffer.from(bytes.toString('utf8').replace(/encoding=["'][^"']*["']/i, `encoding="${random.pick(hostileEncodings)}"`)),
  'XML 1.1': (bytes) => Buffer.from(bytes.toString('utf8').replace(/version=["']1.0["']/, 'version="1.1"')),
  'blanks before': (bytes, random) => Buffer.concat([Buffer.from(random.pick([' ', '\n\n', '\t', '\u2060'])), bytes]),
  'more behind': (bytes, random) => Buffer.concat([bytes, Buffer.from(random.pick(['x', '<a/>', '\0\0', '<!-- ', '<?x', '\n', ']]>']))]),
  packed: (bytes, random) =>
    Buffer.concat([
      Buffer.from(
        random.pick([
          [0x1f, 0x8b, 8],
          [0x50, 0x4b, 3, 4],
          [0x42, 0x5a, 0x68],
        ]),
      ),
      bytes,
    ]),
  empty: () => Buffer.alloc(0),
};
