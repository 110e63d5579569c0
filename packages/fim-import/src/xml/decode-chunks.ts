import { TextDecoder } from 'node:util';
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

/**
 * Turns the bytes of a text file, in pieces, into strings.
 * @throws FimInputError for an empty or compressed file, or bytes that do not fit the encoding
 */
export class ChunkDecoder {
  readonly #file: string;
  #decoder: TextDecoder | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  decode(bytes: Uint8Array): string {
    this.#decoder ??= this.#start(bytes);
    return this.#strictly(this.#decoder, bytes);
  }

  /** What remains after the last piece. */
  end(): string {
    if (this.#decoder === undefined) throw new FimInputError('fim-file-empty', this.#file, 'Die Datei ist leer.');
    return this.#strictly(this.#decoder);
  }

  #start(bytes: Uint8Array): TextDecoder {
    const archive = archives.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
    if (archive !== undefined) {
      throw new FimInputError('fim-file-compressed', this.#file, `Die Datei ist gepackt (${archive[0]}). Entpacken Sie sie zuerst.`);
    }
    const encoding = encodingOf(bytes);
    try {
      return new TextDecoder(encoding, { fatal: true });
    } catch {
      throw new FimInputError(
        'fim-file-encoding',
        this.#file,
        `Die Zeichenkodierung „${encoding}“ ist unbekannt. Speichern Sie die Datei in UTF-8.`,
      );
    }
  }

  #strictly(decoder: TextDecoder, bytes?: Uint8Array): string {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new FimInputError(
        'fim-file-encoding',
        this.#file,
        `Der Inhalt ist kein gültiges ${decoder.encoding}: Die Datei ist beschädigt oder kein Text. Speichern Sie sie in UTF-8.`,
      );
    }
  }
}
