import { readXmlFile, readXmlText } from '../xml/read-xml.js';
import type { XmlLimits } from '../xml/xml-limits.js';
import { type ReadSchema, SchemaMessage } from './schema-message.js';

export interface ReadSchemaOptions {
  readonly limits?: XmlLimits;
  /** Keep how elements came to be (`relation`); skipped otherwise. */
  readonly relations?: boolean;
}

/**
 * Reads an XDatenfelder schema, version 2.0 or 3.0.0, from disk. The file is streamed.
 * @throws FimInputError if it is no schema, with file, line and column
 */
export async function readSchema(path: string, options: ReadSchemaOptions = {}): Promise<ReadSchema> {
  const message = new SchemaMessage(path, options.relations);
  await readXmlFile(path, message.root, options.limits);
  return message.result();
}

/** The same for a schema that is at hand as text. `file` names it in errors. */
export function readSchemaText(text: string, file: string, options: ReadSchemaOptions = {}): ReadSchema {
  const message = new SchemaMessage(file, options.relations);
  readXmlText(text, file, message.root, options.limits);
  return message.result();
}
