import { basename } from 'node:path';
import { messageNames } from '../../records/xdomea/message-head.js';
import { namespace } from '../../records/xdomea/xml/write-xml.js';
import { childAt, childrenOf, readXml, textAt, UnreadableXml } from '../../records/xdomea/xml/read-xml.js';
import type { ReadElement } from '../../records/xdomea/xml/read-xml.js';
import { digestOf, openZip, textOf, UnreadableZip } from '../../records/xdomea/zip/read-zip.js';

/** A file as the stand-in found it in an archive. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly originalName: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** A message 0604 or 0605 that is what the standard wants, as far as the stand-in looks. */
export interface ReceivedMessage {
  readonly processId: string;
  readonly name: string;
  readonly objectId: string;
  readonly container: string;
  readonly vorgang: string;
  readonly subject: string;
  readonly reference: string;
  readonly sender: string;
  readonly wantsArrival: boolean;
  readonly wantsImport: boolean;
  readonly files: readonly ReceivedFile[];
}

/** The archive or its message is not what the standard wants. The message goes to the sender, as the reason. */
export class BadMessage extends Error {
  override readonly name = 'BadMessage';
}

const largestMessage = 20_000_000;
const largestFile = 2 * 1024 ** 3;

/** Reads a whole archive and checks names, head, structure and that every primary document is there. @throws BadMessage */
export async function readArchive(path: string): Promise<ReceivedMessage> {
  const stem = basename(path, '.zip');
  const zip = await openZip(path).catch(explain);
  try {
    const root = readXml(await textOf(zip.bytes(`${stem}.xml`, largestMessage)));
    const message = contentOf(root, stem);
    const files: ReceivedFile[] = [];
    for (const file of message.files) files.push({ ...file, ...(await digestOf(zip.bytes(file.fileName, largestFile))) });
    const expected = [`${stem}.xml`, ...files.map((file) => file.fileName)];
    if (zip.names.some((name) => !expected.includes(name)))
      throw new BadMessage('Das Archiv enthält Dateien, die die Nachricht nicht nennt.');
    return { ...message, files };
  } catch (error) {
    return explain(error);
  } finally {
    zip.close();
  }
}

/** What is wrong with the archive; the file system's errors stay what they are. */
function explain(error: unknown): never {
  if (error instanceof UnreadableZip || error instanceof UnreadableXml)
    throw new BadMessage('Das Archiv oder die Nachricht ist beschädigt, oder eine Datei fehlt darin.');
  throw error;
}

function contentOf(root: ReadElement, stem: string): ReceivedMessage {
  const head = childAt(root, 'Kopf');
  const type = textAt(head, 'Nachrichtentyp', 'code') ?? '';
  const name = messageNames[type as '0604'];
  if (root.namespace !== namespace || !['0604', '0605'].includes(type) || root.name !== name)
    throw new BadMessage('Erwartet wird FVDaten.SGOErstellen.0604 oder FVDaten.SGOAblegen.0605 in xdomea 3.0.0.');
  const processId = required(head, 'ProzessID');
  if (stem !== `${processId}_${name}`) throw new BadMessage('Der Dateiname passt nicht zu ProzessID und Nachrichtentyp.');
  const object = root.children.find(
    (child) => child.name === (type === '0604' ? 'SchriftgutobjektZumErstellen' : 'SchriftgutobjektZumAblegen'),
  );
  const vorgang = childAt(object, 'Schriftgutobjekt', 'Vorgang');
  required(head, 'Erstellungszeitpunkt');
  required(head, 'Erstellerkennung');
  return {
    processId,
    name,
    objectId: required(object, 'FachverfahrenObjektID'),
    container: textAt(object, 'IDContainer') ?? '',
    vorgang: required(vorgang, 'Identifikation', 'ID'),
    subject: textAt(vorgang, 'AllgemeineMetadaten', 'Betreff') ?? '',
    reference: textAt(vorgang, 'AllgemeineMetadaten', 'Kennzeichen') ?? '',
    sender: textAt(head, 'Absender', 'Institution', 'Name') ?? '',
    wantsArrival: isTrue(required(head, 'Empfangsbestaetigung')),
    wantsImport: isTrue(required(head, 'Importbestaetigung')),
    files: childrenOf(vorgang, 'Dokument').map(fileOf),
  };
}

function fileOf(document: ReadElement): ReceivedFile {
  const primary = childAt(document, 'Version', 'Format', 'Primaerdokument');
  const fileName = required(primary, 'Dateiname');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(_[^/\\]*)?\.[a-z0-9]+$/i.test(fileName))
    throw new BadMessage('Der Name eines Primärdokuments beginnt nicht mit einer UUID.');
  const originalName = textAt(primary, 'DateinameOriginal') ?? fileName;
  return { fileName, originalName, type: textAt(document, 'Typ') ?? '', size: 0, sha256: '' };
}

function required(element: ReadElement | undefined, ...path: string[]): string {
  const text = textAt(element, ...path);
  if (text === undefined) throw new BadMessage(`Das Element ${path.join('/')} fehlt.`);
  return text;
}

function isTrue(text: string): boolean {
  return text === '1' || text === 'true';
}
