import { z } from 'zod';
import { code, element, optional } from './xml/write-xml.js';
import type { Xml } from './xml/write-xml.js';

const text = z.string().min(1).max(500);

/** An authority or another body that sends or receives messages (`KontaktType`). */
export const party = z.strictObject({
  name: text,
  shortName: text.optional(),
  unit: text.optional(),
  /** Behördenschlüssel, with the code list it is from. */
  authority: z.strictObject({ code: text, listUri: z.string().default(''), listVersion: z.string().default('') }).optional(),
});

export type Party = z.infer<typeof party>;

export function partyXml(name: 'Absender' | 'Empfaenger', { name: title, shortName, unit, authority }: Party): Xml {
  const list = authority && { uri: authority.listUri, version: authority.listVersion };
  return element(name, [
    ...(authority && list ? [element('Behoerdenkennung', [code('Behoerdenschluessel', authority.code, list)])] : []),
    element('Institution', [element('Name', title), ...optional('Kurzbezeichnung', shortName)]),
    ...(unit ? [element('Organisationseinheit', [element('Name', unit)])] : []),
  ]);
}
