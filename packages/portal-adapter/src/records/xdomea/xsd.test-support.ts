import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '@serviceportal/test-support';
import { validateXML } from 'xmllint-wasm';

const folder = join(shared, 'xdomea', 'xsd_3.0.0');

/** The type that the schemas of xdomea import (XÖV-Code 1.0): a value of a code list, its name, and which list it is from. */
const xoevCode = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://xoev.de/schemata/code/1_0">
<xs:complexType name="Code"><xs:sequence>
<xs:element name="code" type="xs:token" form="unqualified"/>
<xs:element name="name" type="xs:normalizedString" form="unqualified" minOccurs="0"/>
</xs:sequence>
<xs:attribute name="listURI" type="xs:anyURI"/><xs:attribute name="listVersionID" type="xs:normalizedString"/>
</xs:complexType></xs:schema>`;

function schemaFile(fileName: string) {
  const contents = readFileSync(join(folder, fileName), 'utf8');
  return { fileName, contents: contents.replaceAll('../xoev/code/1_0/xoev-code.xsd', 'xoev-code.xsd') };
}

/** What the schema of xdomea 3.0.0 says against a message. */
export async function xsdErrors(message: string): Promise<readonly string[]> {
  const others = readdirSync(folder).filter((name) => name.endsWith('.xsd') && name !== 'xdomea.xsd');
  const { errors } = await validateXML({
    xml: [{ fileName: 'message.xml', contents: message }],
    schema: [schemaFile('xdomea.xsd')],
    preload: [...others.map(schemaFile), { fileName: 'xoev-code.xsd', contents: xoevCode }],
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });
  return errors.map((error) => error.message);
}
