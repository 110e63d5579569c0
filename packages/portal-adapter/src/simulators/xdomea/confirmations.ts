import { headXml, messageNames } from '../../records/xdomea/message-head.js';
import type { MessageHead } from '../../records/xdomea/message-head.js';
import { code, codeLists, element, writeMessage } from '../../records/xdomea/xml/write-xml.js';

/** `FVDaten.EmpfangBestaetigen.0629`: the message has arrived. */
export function arrivalConfirmation(head: MessageHead): string {
  return writeMessage(messageNames['0629'], [headXml('0629', head)]);
}

/** What became of the import: the id of the object in the records system, or what is wrong. */
export type ImportOutcome = { readonly id: string } | { readonly failures: readonly string[] };

/** `FVDaten.ImportBestaetigen.0630`: it was imported, or not. */
export function importConfirmation(head: MessageHead, outcome: ImportOutcome): string {
  const feedback =
    'id' in outcome
      ? [
          element('Rueckmeldung', [
            code('AllgemeineRueckmeldung', '0000000', codeLists.generalFeedback, 'Ausführung wurde erfolgreich beendet.'),
          ]),
        ]
      : outcome.failures.map((failure) => element('Rueckmeldung', [element('SonstigeFehlermeldung', failure)]));
  const returned =
    'id' in outcome
      ? [
          element('Rueckgabeparameter', [
            element('IDSGO', outcome.id),
            element('Parameter', [element('Ablageort', 'Aktenablage (Attrappe)')]),
            element('Erfolgreich', '1'),
          ]),
        ]
      : [];
  return writeMessage(messageNames['0630'], [
    headXml('0630', head, [element('FVSessionID', head.processId)]),
    element('ErfolgOderMisserfolg', [...feedback, ...returned]),
  ]);
}
