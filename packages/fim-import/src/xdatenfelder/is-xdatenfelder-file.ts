import { StopReading } from '../xml/element-handler.js';
import { readXmlFile } from '../xml/read-xml.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { uebersetzungMessage } from './read-uebersetzung.js';

/** The name of an XDatenfelder message, of any kind and version: `xdatenfelder.stammdatenschema.0102`; null: it is none. Reads no further than the root. */
async function messageOf(path: string): Promise<string | null> {
  let found: string | null = null;
  try {
    await readXmlFile(path, (tag) => {
      if (tag.namespace.startsWith('urn:xoev-de:fim:standard:xdatenfelder_')) found = tag.name;
      throw new StopReading();
    });
  } catch (error) {
    if (!(error instanceof FimInputError)) throw error;
  }
  return found;
}

/** Is it a translation message? */
export const isUebersetzungFile = async (path: string): Promise<boolean> => (await messageOf(path)) === uebersetzungMessage;

/** Is it an XDatenfelder message that should be a schema, whether it is one or not? A translation lies beside a schema. */
export async function isXdatenfelderFile(path: string): Promise<boolean> {
  const message = await messageOf(path);
  return message !== null && message !== uebersetzungMessage;
}
