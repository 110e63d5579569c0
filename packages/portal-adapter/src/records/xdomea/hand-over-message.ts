import type { Delivery } from '../../contract/delivery.js';
import type { XdomeaConfiguration } from './configuration.js';
import { germanDay } from './german-day.js';
import { processId, vorgangId } from './identifiers.js';
import { headXml, messageNames, messageStem } from './message-head.js';
import { documentEntry, documentXml, primaryDocuments } from './primary-document.js';
import { code, codeLists, element, optional, writeMessage } from './xml/write-xml.js';
import type { Xml } from './xml/write-xml.js';
import type { ZipEntry } from './zip/write-zip.js';

/** A message with its files, ready to be packed. */
export interface Message {
  /** Name of the archive without `.zip`. */
  readonly stem: string;
  readonly entries: readonly ZipEntry[];
}

/** `FVDaten.SGOErstellen.0604` or `FVDaten.SGOAblegen.0605` with one Vorgang, and a document for each file of the case. */
export function handOverMessage(delivery: Delivery, configuration: XdomeaConfiguration): Message {
  const { message } = configuration;
  const documents = primaryDocuments(delivery.key, delivery.files);
  const vorgang = vorgangXml(delivery, configuration, documents.map((document) => documentXml(document, germanDay(delivery.submittedAt)))); // prettier-ignore
  const isCreated = message === '0604';
  const xml = writeMessage(messageNames[message], [
    headXml(message, headOf(delivery, configuration), [
      element('Empfangsbestaetigung', '1'),
      element('Importbestaetigung', '1'),
      element('Erstellerkennung', configuration.createdBy),
      element('Stapel', '0'),
    ]),
    element(isCreated ? 'SchriftgutobjektZumErstellen' : 'SchriftgutobjektZumAblegen', [
      element('FachverfahrenObjektID', delivery.key),
      ...optional('IDContainer', containerOf(delivery, configuration)),
      element('Schriftgutobjekt', [vorgang]),
      ...optional('Ablageort', isCreated ? undefined : configuration.storagePlace),
    ]),
  ]);
  const stem = messageStem(processId(delivery.key), message);
  return { stem, entries: [textEntry(`${stem}.xml`, xml), ...documents.map(documentEntry)] };
}

export function textEntry(name: string, text: string): ZipEntry {
  return {
    name,
    async *open() {
      yield await Promise.resolve(Buffer.from(text));
    },
  };
}

/** A supplement belongs into the Vorgang of its application: by the id that the records system confirmed, else by ours. */
function containerOf({ supplement }: Delivery, { container }: XdomeaConfiguration): string | undefined {
  if (!supplement) return container;
  const { of, counterpartReference } = supplement;
  // Until the import is confirmed, the number is that of the process.
  return counterpartReference === undefined || counterpartReference === processId(of) ? vorgangId(of) : counterpartReference;
}

/** The instant of submitting, not of writing: a message that is written again is the same, byte for byte. */
function headOf(delivery: Delivery, { sender, recipient }: XdomeaConfiguration) {
  return { processId: processId(delivery.key), createdAt: delivery.submittedAt, sender, recipient };
}

function vorgangXml(delivery: Delivery, { filingPlan, sender }: XdomeaConfiguration, documents: readonly Xml[]): Xml {
  const { key, reference, service, supplement } = delivery;
  const labels = { answer: 'Nachtrag zum Vorgang', withdrawal: 'Rücknahme des Vorgangs' };
  const leika = service.leika.length > 0 ? `Leistung ${service.leika.join(', ')}` : undefined;
  const note = supplement ? `${labels[supplement.kind]} ${vorgangId(supplement.of)}` : leika;
  return element('Vorgang', [
    element('Identifikation', [element('ID', vorgangId(key))]),
    element('AllgemeineMetadaten', [
      element('Betreff', service.title),
      element('Kennzeichen', reference),
      element('Federfuehrung', sender.unit ?? sender.name),
      ...optional('Bemerkung', note),
      code('Medium', '001', codeLists.medium),
      ...(filingPlan ? [element('Aktenplaneinheit', [element('Kennzeichen', filingPlan)])] : []),
    ]),
    element('Laufzeit', [element('Beginn', germanDay(delivery.submittedAt))]),
    ...documents,
  ]);
}
