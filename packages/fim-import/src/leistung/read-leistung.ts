import { stat, readFile } from 'node:fs/promises';
import { say } from '../language.js';
import { parseJson } from '../parse-json.js';
import { ChunkDecoder } from '../xml/decode-chunks.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { defaultLimits } from '../xml/xml-limits.js';
import type { Leistungsbeschreibung } from './leistungsbeschreibung.js';
import { readPvog } from './read-pvog.js';
import { readXzufi } from './read-xzufi.js';

/**
 * Reads a service description from a file: XZuFi, or JSON of the PVOG.
 * @param leika which of several; without it there must be one
 * @throws FimInputError
 */
export async function readLeistungFile(path: string, leika: string | undefined): Promise<Leistungsbeschreibung> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) {
    const reason = { de: 'Diese Datei gibt es nicht. Prüfen Sie den Pfad.', en: 'There is no such file. Check the path.' };
    throw new FimInputError('fim-file-unreadable', path, say(reason));
  }
  if (size > defaultLimits.bytes) {
    const reason = { de: 'Die Datei ist größer als 20 MB.', en: 'The file has more than 20 MB.' };
    throw new FimInputError('fim-xml-too-large', path, say(reason));
  }
  return readLeistung(await readFile(path), path, leika);
}

/** The same for bytes at hand. */
export function readLeistung(content: Uint8Array, source: string, leika: string | undefined): Leistungsbeschreibung {
  const decoder = new ChunkDecoder(source);
  const text = decoder.decode(content) + decoder.end();
  if (/^\s*[{[]/.test(text)) return readPvog(parsed(text, source), source, leika === undefined ? [] : [leika]);
  const all = readXzufi(text, source);
  const wanted = leika === undefined ? all : all.filter((one) => one.leika.includes(leika));
  const [first, second] = wanted;
  if (first !== undefined && second === undefined) return first;
  const keys = all.map((one) => one.leika.join('/') || (one.id ?? '?')).slice(0, 20);
  const which = keys.length === 0 ? '–' : keys.join(', ');
  const reason = {
    de: `Die Datei enthält ${all.length} Leistungen (${which}). Nennen Sie mit --leika den Schlüssel der einen, die Sie meinen.`,
    en: `The file holds ${all.length} Leistungen (${which}). Name with --leika the key of the one that you mean.`,
  };
  throw new FimInputError('fim-not-leistung', source, say(reason));
}

function parsed(text: string, source: string): unknown {
  const json = parseJson(text);
  if ('value' in json) return json.value;
  const reason = { de: 'Das ist kein JSON, oder es ist abgeschnitten.', en: 'This is not JSON, or it is cut off.' };
  throw new FimInputError('fim-not-leistung', source, say(reason), json.broken);
}
