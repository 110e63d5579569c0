import { readXmlFile, readXmlText } from '../xml/read-xml.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { CodelistIdentification, Codeliste } from './codeliste.js';
import { GenericodeMessage } from './genericode-message.js';

/**
 * Reads a genericode 1.0 list from disk.
 * @throws FimInputError if it is none
 */
export async function readCodelist(path: string): Promise<Codeliste> {
  const message = new GenericodeMessage(path);
  await readXmlFile(path, message.root);
  return message.result();
}

/** The same for a list that is at hand as text. */
export function readCodelistText(text: string, file: string): Codeliste {
  const message = new GenericodeMessage(file);
  readXmlText(text, file, message.root);
  return message.result();
}

/** How the list in a file names itself; undefined if the file is no readable list. Reads no more than needed. */
export async function readCodelistIdentification(path: string): Promise<CodelistIdentification | undefined> {
  const message = new GenericodeMessage(path, true);
  try {
    await readXmlFile(path, message.root);
  } catch (error) {
    if (!(error instanceof FimInputError)) throw error;
  }
  return message.identification;
}
