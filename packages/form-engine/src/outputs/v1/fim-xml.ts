import { XMLBuilder, XMLValidator } from 'fast-xml-parser';
import type { Form } from '../../form/form.js';
import type { Evaluation } from '../../rules/evaluation.js';
import { outputTree, versionedName, type OutputContent, type OutputElement, type OutputValue } from './output-tree.js';
import { xmlNumber, xmlText } from './xml-text.js';

/** Target namespace of FIM's XFall schemas for XDatenfelder 3. */
const namespace = 'urn:fim-de:xfall:datenschema:xdf3';

/** Nodes as fast-xml-parser takes them with `preserveOrder`: the tag's content is a list. */
type XmlNode = { readonly '#text': string } | { readonly [tag: string]: readonly XmlNode[] };

const builder = new XMLBuilder({ preserveOrder: true, format: false, ignoreAttributes: false, suppressEmptyNode: false });

function valueText(value: OutputValue): string {
  if (typeof value === 'number') return xmlNumber(value);
  return typeof value === 'boolean' ? String(value) : xmlText(value);
}

const contentNodes = (content: OutputContent): readonly XmlNode[] =>
  typeof content === 'object' ? content.flatMap(elementNodes) : [{ '#text': valueText(content) }];

const elementNodes = ({ name, instances }: OutputElement): XmlNode[] => instances.map((content) => ({ [name]: contentNodes(content) }));

/** The application as XML along the structure of the schema (FIM XFall). Values as in the JSON. */
export function fimXml(form: Form, evaluation: Evaluation): string {
  const root = versionedName(form.definition.schema);
  const document = [{ [root]: outputTree(form, evaluation).flatMap(elementNodes), ':@': { '@_xmlns': namespace } }];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build(document))}\n`;
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`Wrote XML that is not well-formed: ${valid.err.msg} (line ${valid.err.line})`);
  return xml;
}
