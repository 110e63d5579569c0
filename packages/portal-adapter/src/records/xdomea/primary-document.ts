import type { DeliveryFile } from '../../contract/delivery.js';
import { fileBytes } from '../../delivery/file-bytes.js';
import { distinctFileNames } from '../../delivery/file-name.js';
import { stableUuid } from './identifiers.js';
import { code, codeLists, element, optional } from './xml/write-xml.js';
import type { Xml } from './xml/write-xml.js';
import type { ZipEntry } from './zip/write-zip.js';

/** A file of a case, with the names it has in a message. */
export interface PrimaryDocument {
  readonly file: DeliveryFile;
  /** Plain, distinct within the case: `DateinameOriginal`, and what a person reads. */
  readonly name: string;
  /** `Identifikation/ID` of the document. */
  readonly documentId: string;
  /** `<UUID>.<ext>`, with a UUID of its own. */
  readonly fileName: string;
  /** From 1, within the case. */
  readonly number: number;
}

/** Codes of the list `dateiformat` 1.0, by file extension. */
const formats: Readonly<Record<string, string>> = {
  csv: '002',
  doc: '003',
  htm: '007',
  html: '008',
  jpeg: '010',
  jpg: '011',
  odp: '013',
  ods: '014',
  odt: '015',
  pdf: '018',
  png: '019',
  rtf: '022',
  tif: '023',
  tiff: '024',
  xml: '030',
  docx: '035',
  xlsx: '036',
  pptx: '037',
  txt: '045',
};
const otherFormat = '100';

export function primaryDocuments(key: string, files: readonly DeliveryFile[]): PrimaryDocument[] {
  const names = distinctFileNames(files);
  return files.map((file, index) => {
    const name = names[index] ?? 'Datei';
    return {
      file,
      name,
      documentId: stableUuid('Dokument', key, String(index)),
      fileName: `${stableUuid('Datei', key, String(index))}.${extensionOf(name)}`,
      number: index + 1,
    };
  });
}

/** Letters and digits alone: it comes from citizens. */
function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
}

const types: Readonly<Record<DeliveryFile['purpose'], string>> = { data: 'Antragsdaten', form: 'Antrag', attachment: 'Anlage' };

/** `Dokument` (`DokumentType`). @param received day on which it arrived, e.g. `2026-03-01` */
export function documentXml({ file, name, documentId, fileName, number }: PrimaryDocument, received: string): Xml {
  const extension = extensionOf(name);
  const format = formats[extension] ?? otherFormat;
  return element('Dokument', [
    element('Identifikation', [element('ID', documentId), element('NummerImUebergeordnetenContainer', String(number))]),
    element('AllgemeineMetadaten', [element('Betreff', name), code('Medium', '001', codeLists.medium)]),
    element('Posteingangsdatum', received),
    element('Typ', types[file.purpose]),
    element('Version', [
      element('Nummer', '1'),
      element('Format', [
        code('Name', format, codeLists.fileFormat),
        ...optional('SonstigerName', format === otherFormat ? `${extension} (${file.mediaType})` : undefined),
        element('Version', 'unbekannt'),
        element('Primaerdokument', [element('Dateiname', fileName), element('DateinameOriginal', name)]),
      ]),
    ]),
  ]);
}

export function documentEntry({ file, fileName }: PrimaryDocument): ZipEntry {
  return { name: fileName, open: () => fileBytes(file) };
}
