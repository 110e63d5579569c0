import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

// Entities stay as they are written: nothing is expanded, nothing is escaped twice.
const asWritten = {
  preserveOrder: true,
  ignoreAttributes: false,
  processEntities: false,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
} as const;

/** The same XML, one element a line. @throws Error where it is not well-formed */
export function indentedXml(text: string): string {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(valid.err.msg);
  const tree: unknown = new XMLParser({ ...asWritten, parseTagValue: false, parseAttributeValue: false, trimValues: true }).parse(text);
  return String(new XMLBuilder({ ...asWritten, format: true, indentBy: '  ' }).build(tree)).trim();
}
