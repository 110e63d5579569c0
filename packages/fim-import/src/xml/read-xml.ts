import { createReadStream } from 'node:fs';
import { type Message, say } from '../language.js';
import { BrokenText, ChunkDecoder } from './decode-chunks.js';
import { type ElementHandler, type StartTag, StopReading } from './element-handler.js';
import { FimInputError } from './fim-input-error.js';
import { defaultLimits, type XmlLimits } from './xml-limits.js';
import { XmlReader } from './xml-reader.js';

export type RootHandler = (tag: StartTag) => ElementHandler | undefined;

const chunkSize = 64 * 1024;

/**
 * Reads XML from pieces of bytes, never holding more than one of them.
 * @param file names the source in errors
 */
export async function readXmlStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
  root: RootHandler,
  limits: XmlLimits = defaultLimits,
): Promise<void> {
  const decoder = new ChunkDecoder(file);
  const reader = new XmlReader(file, root, limits);
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw tooLarge(file, limits);
      reader.write(decoder.decode(chunk));
    }
    reader.write(decoder.end());
    reader.close();
  } catch (error) {
    if (error instanceof BrokenText) refuseBroken(error, reader);
    if (!(error instanceof StopReading)) throw error;
  }
}

/** The reader goes up to the broken place, and may find another mistake before it. */
function refuseBroken({ encoding, before }: BrokenText, reader: XmlReader): never {
  reader.write(before);
  reader.refuse(
    'fim-file-encoding',
    say({
      de: `Der Inhalt ist kein gültiges ${encoding}: Die Datei ist beschädigt oder kein Text. Speichern Sie sie in UTF-8.`,
      en: `The content is no valid ${encoding}: the file is damaged or no text. Save it as UTF-8.`,
    }),
  );
}

/** Reads an XML file from disk. */
export async function readXmlFile(path: string, root: RootHandler, limits: XmlLimits = defaultLimits): Promise<void> {
  try {
    await readXmlStream(createReadStream(path, { highWaterMark: chunkSize }), path, root, limits);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    const reason = typeof code === 'string' ? unreadable[code] : undefined;
    if (error instanceof FimInputError || reason === undefined) throw error;
    throw new FimInputError('fim-file-unreadable', path, say(reason));
  }
}

const unreadable: Readonly<Record<string, Message>> = {
  ENOENT: { de: 'Diese Datei gibt es nicht. Prüfen Sie den Pfad.', en: 'There is no such file. Check the path.' },
  EISDIR: { de: 'Das ist ein Ordner. Nennen Sie eine Datei.', en: 'This is a folder. Name a file.' },
  EACCES: { de: 'Die Datei darf nicht gelesen werden. Prüfen Sie ihre Rechte.', en: 'The file may not be read. Check its permissions.' },
  ENOTDIR: { de: 'Ein Teil des Pfads ist kein Ordner. Prüfen Sie den Pfad.', en: 'A part of the path is no folder. Check the path.' },
};

/** Reads XML that is at hand as text. */
export function readXmlText(text: string, file: string, root: RootHandler, limits: XmlLimits = defaultLimits): void {
  if (text.length > limits.bytes) throw tooLarge(file, limits);
  if (text === '') throw new FimInputError('fim-file-empty', file, say({ de: 'Die Datei ist leer.', en: 'The file is empty.' }));
  const reader = new XmlReader(file, root, limits);
  try {
    for (let start = 0; start < text.length; start += chunkSize) reader.write(text.slice(start, start + chunkSize));
    reader.close();
  } catch (error) {
    if (!(error instanceof StopReading)) throw error;
  }
}

function tooLarge(file: string, limits: XmlLimits): FimInputError {
  return new FimInputError(
    'fim-xml-too-large',
    file,
    say({ de: `Die Datei ist größer als ${limits.bytes / 1_000_000} MB.`, en: `The file has more than ${limits.bytes / 1_000_000} MB.` }),
  );
}
