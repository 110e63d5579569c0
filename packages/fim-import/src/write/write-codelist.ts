import type { Codeliste } from '../codelists/codeliste.js';
import { writeXml, xmlElement } from '../xml/write-xml.js';

const namespace = 'http://docs.oasis-open.org/codelist/ns/genericode/1.0/';
/** Writes a list as genericode 1.0, where only the root has a namespace. Reading it gives the same model. */
export function writeCodelist(list: Codeliste): string {
  const filled = (id: string): boolean => list.zeilen.every((row) => row.has(id));
  const columns = list.spalten.map(({ id, name, lang }) =>
    xmlElement('Column', [xmlElement('ShortName', name ?? id), xmlElement('Data', [], { Type: 'string', Lang: lang })], {
      Id: id,
      Use: filled(id) ? 'required' : 'optional',
    }),
  );
  const key =
    list.schluessel === undefined
      ? []
      : [
          xmlElement('Key', [xmlElement('ShortName', 'CodeKey'), xmlElement('ColumnRef', [], { Ref: list.schluessel })], {
            Id: unusedId('codeKey', list),
          }),
        ];
  const rows = list.zeilen.map((row) =>
    xmlElement(
      'Row',
      [...row].map(([column, value]) => xmlElement('Value', [xmlElement('SimpleValue', value)], { ColumnRef: column })),
    ),
  );
  const document = [
    xmlElement('Identification', [
      xmlElement('ShortName', list.name ?? ''),
      ...(list.name === undefined ? [] : [xmlElement('LongName', list.name)]),
      xmlElement('Version', list.version ?? ''),
      xmlElement('CanonicalUri', list.kennung ?? ''),
      xmlElement('CanonicalVersionUri', list.versionUri ?? ''),
    ]),
    xmlElement('ColumnSet', [...columns, ...key]),
    xmlElement('SimpleCodeList', rows),
  ];
  return writeXml(xmlElement('gc:CodeList', document, { 'xmlns:gc': namespace }));
}

/** Ids of columns and keys share one space. */
function unusedId(wanted: string, { spalten }: Codeliste): string {
  return spalten.some(({ id }) => id === wanted) ? unusedId(`${wanted}_`, { spalten, zeilen: [] }) : wanted;
}
