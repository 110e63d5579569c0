import { germanDay } from '../german-day.js';
import { textEntry } from '../hand-over-message.js';
import type { Message } from '../hand-over-message.js';
import { vorgangId } from '../identifiers.js';
import { headXml, messageNames, messageStem } from '../message-head.js';
import { documentEntry, documentXml, primaryDocuments } from '../primary-document.js';
import { code, codeLists, element, writeMessage } from '../xml/write-xml.js';
import type { Xml } from '../xml/write-xml.js';
import { checkRound, roundId } from './archive-case.js';
import type { ArchiveCase, ArchiveRound } from './archive-case.js';

/** `Aussonderung.Anbieteverzeichnis.0501`: a list of closed cases, on which the archive decides. @throws DeliveryError */
export function offerMessage(round: ArchiveRound): Message {
  checkRound(round);
  const stem = messageStem(roundId(round), '0501');
  const xml = writeMessage(messageNames['0501'], [
    headXml('0501', { ...round, processId: roundId(round) }, [element('Empfangsbestaetigung', '1')]),
    ...round.cases.map((one) => element('Schriftgutobjekt', [vorgangXml(one, [])])),
  ]);
  return { stem, entries: [textEntry(`${stem}.xml`, xml)] };
}

/** `Aussonderung.Aussonderung.0503`: the cases themselves, with their files. @throws DeliveryError */
export function archiveMessage(round: ArchiveRound): Message {
  checkRound(round);
  const stem = messageStem(roundId(round), '0503');
  const cases = round.cases.map((one) => ({ one, documents: primaryDocuments(one.key, one.files) }));
  const xml = writeMessage(messageNames['0503'], [
    headXml('0503', { ...round, processId: roundId(round) }, [
      element('Importbestaetigung', '1'),
      element('RueckmeldungArchivkennung', '1'),
      element('Empfangsbestaetigung', '1'),
    ]),
    ...cases.map(({ one, documents }) => {
      const papers = documents.map((document) => documentXml(document, germanDay(one.submittedAt)));
      return element('Schriftgutobjekt', [vorgangXml(one, papers)]);
    }),
  ]);
  return { stem, entries: [textEntry(`${stem}.xml`, xml), ...cases.flatMap(({ documents }) => documents.map(documentEntry))] };
}

function vorgangXml(one: ArchiveCase, documents: readonly Xml[]): Xml {
  return element('Vorgang', [
    element('Identifikation', [element('ID', vorgangId(one.key))]),
    element('AllgemeineMetadaten', [
      element('Betreff', one.serviceTitle),
      element('Kennzeichen', one.reference),
      code('Medium', '001', codeLists.medium),
      ...(one.filingPlan ? [element('Aktenplaneinheit', [element('Kennzeichen', one.filingPlan)])] : []),
    ]),
    element('ArchivspezifischeMetadaten', [
      ...(one.retentionYears === undefined ? [] : [element('Aufbewahrungsdauer', [element('AnzahlJahre', String(one.retentionYears))])]),
      element('Aussonderungsart', [code('Aussonderungsart', one.disposal, codeLists.disposal)]),
      // The list of proposals knows no "look at it": then the office proposes nothing.
      ...(one.disposal === 'B' ? [] : [code('Bewertungsvorschlag', one.disposal, codeLists.appraisal)]),
    ]),
    element('ZdA', '1'),
    element('ZdADatum', germanDay(one.closedAt)),
    element('Laufzeit', [element('Beginn', germanDay(one.submittedAt)), element('Ende', germanDay(one.closedAt))]),
    ...documents,
  ]);
}
