import { readXmlFile, readXmlText } from '../xml/read-xml.js';
import type { LintElement } from './lint-element.js';
import { LintMessage } from './lint-message.js';

/**
 * Reads a message 0101 to 0104 for checking.
 * @throws FimInputError if it is not well-formed or something else
 */
export async function readForLint(path: string): Promise<LintElement> {
  const message = new LintMessage(path);
  await readXmlFile(path, message.root);
  return message.result();
}

/** The same for a text. `file` names it in errors. */
export function readTextForLint(text: string, file: string): LintElement {
  const message = new LintMessage(file);
  readXmlText(text, file, message.root);
  return message.result();
}
