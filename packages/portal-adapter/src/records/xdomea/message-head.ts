import { partyXml } from './party.js';
import type { Party } from './party.js';
import { code, codeLists, element } from './xml/write-xml.js';
import type { Xml } from './xml/write-xml.js';

/** Messages that are written or read here, by their code in the list `nachrichtentyp` 2.0. */
export const messageNames = {
  '0501': 'Aussonderung.Anbieteverzeichnis.0501',
  '0503': 'Aussonderung.Aussonderung.0503',
  '0604': 'FVDaten.SGOErstellen.0604',
  '0605': 'FVDaten.SGOAblegen.0605',
  '0629': 'FVDaten.EmpfangBestaetigen.0629',
  '0630': 'FVDaten.ImportBestaetigen.0630',
} as const;

export type MessageCode = keyof typeof messageNames;

/** What stands in the head of every message (`NkBasisType`). */
export interface MessageHead {
  readonly processId: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly sender: Party;
  readonly recipient: Party;
}

/** `Kopf`. @param more what this kind of message has besides, in the order of its type */
export function headXml(type: MessageCode, head: MessageHead, more: readonly Xml[] = []): Xml {
  return element('Kopf', [
    element('ProzessID', head.processId),
    code('Nachrichtentyp', type, codeLists.messageType),
    element('Erstellungszeitpunkt', head.createdAt),
    partyXml('Absender', head.sender),
    partyXml('Empfaenger', head.recipient),
    element('SendendesSystem', [element('Produktname', 'serviceportal')]),
    ...more,
  ]);
}

/** `<ProzessID>_<Nachrichtentypname>.<Nr>`: the archive ends in `.zip`, the message in it in `.xml` (xdomea 3.0.0). */
export function messageStem(processId: string, type: MessageCode): string {
  return `${processId}_${messageNames[type]}`;
}
