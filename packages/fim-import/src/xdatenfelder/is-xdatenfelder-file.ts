import { StopReading } from '../xml/element-handler.js';
import { readXmlFile } from '../xml/read-xml.js';
import { FimInputError } from '../xml/fim-input-error.js';

/** Is it an XDatenfelder message, of any kind and version? Reads no further than the root. */
export async function isXdatenfelderFile(path: string): Promise<boolean> {
  let found = false;
  try {
    await readXmlFile(path, (tag) => {
      found = tag.namespace.startsWith('urn:xoev-de:fim:standard:xdatenfelder_');
      throw new StopReading();
    });
  } catch (error) {
    if (!(error instanceof FimInputError)) throw error;
  }
  return found;
}
