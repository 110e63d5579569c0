import { TextDecoder } from 'node:util';
import { say } from '../language.js';
import { FimInputError } from './fim-input-error.js';

const archives: readonly (readonly [kind: string, magic: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Encoding by byte order mark or XML declaration (XML 1.0, appendix F); UTF-8 without either. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/** Thrown where bytes do not fit the encoding. */
export class BrokenText extends Error {
  readonly encoding: string;
  /** What of the same piece could be read before, so that the reader can tell the place. */
  readonly before: string;

  constructor(encoding: string, before: string) {
    super(`not ${encoding}`);
    this.encoding = encoding;
    this.before = before;
  }
}

/**
 * Turns the bytes of a text file, in pieces, into strings.
 * @throws FimInputError for an empty or compressed file, BrokenText for bytes that do not fit the encoding
 */
export class ChunkDecoder {
  readonly #file: string;
  #decoder: TextDecoder | undefined;
  /** The end of what was decoded: a character may be cut there. */
  #tail: Uint8Array = new Uint8Array();
  #offset = 0;

  constructor(file: string) {
    this.#file = file;
  }

  decode(bytes: Uint8Array): string {
    this.#decoder ??= this.#start(bytes);
    return this.#strictly(this.#decoder, bytes);
  }

  /** What remains after the last piece. */
  end(): string {
    if (this.#decoder === undefined)
      throw new FimInputError('fim-file-empty', this.#file, say({ de: 'Die Datei ist leer.', en: 'The file is empty.' }));
    return this.#strictly(this.#decoder, undefined, true);
  }

  #start(bytes: Uint8Array): TextDecoder {
    const archive = archives.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
    if (archive !== undefined) {
      throw new FimInputError(
        'fim-file-compressed',
        this.#file,
        say({
          de: `Die Datei ist gepackt (${archive[0]}). Entpacken Sie sie zuerst.`,
          en: `The file is packed (${archive[0]}). Unpack it first.`,
        }),
      );
    }
    const encoding = encodingOf(bytes);
    try {
      return new TextDecoder(encoding, { fatal: true });
    } catch {
      throw new FimInputError(
        'fim-file-encoding',
        this.#file,
        say({
          de: `Die Zeichenkodierung „${encoding}“ ist unbekannt. Speichern Sie die Datei in UTF-8.`,
          en: `The character encoding “${encoding}” is unknown. Save the file as UTF-8.`,
        }),
        { line: 1, column: 1 },
      );
    }
  }

  #strictly(decoder: TextDecoder, bytes: Uint8Array = new Uint8Array(), last = false): string {
    try {
      const text = decoder.decode(bytes, { stream: !last });
      this.#offset += bytes.length;
      // Four bytes hold any character; an even offset keeps those of UTF-16 together.
      this.#tail = Buffer.concat([this.#tail, bytes.subarray(-4)]).subarray(this.#offset % 2 === 0 ? -4 : -3);
      return text;
    } catch {
      const lenient = new TextDecoder(decoder.encoding);
      lenient.decode(this.#tail, { stream: true });
      const [before = ''] = lenient.decode(bytes).split('\ufffd', 1);
      throw new BrokenText(decoder.encoding, before);
    }
  }
}
