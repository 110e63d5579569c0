import type { ApplicationEventType, DeliveryState, StateView } from '@serviceportal/form-engine';
import type { LetterRow } from '../storage/letters.js';

/** What the clerk may cause, as the text of a button. */
export const actionLabels: Readonly<Record<ApplicationEventType, string>> = {
  submit: 'Absenden',
  receive: 'Eingang bestätigen',
  'start-review': 'In Bearbeitung nehmen',
  'request-information': 'Rückfrage vermerken',
  'provide-information': 'Antwort liegt vor',
  decide: 'Entscheiden',
  close: 'Abschließen',
  withdraw: 'Rücknahme vermerken',
  expire: 'Verfallen lassen',
};

const eventLabels: Readonly<Record<string, string>> = {
  submit: 'Antrag abgesendet',
  receive: 'Eingang bestätigt',
  'start-review': 'In Bearbeitung genommen',
  'request-information': 'Rückfrage gestellt',
  'provide-information': 'Rückfrage beantwortet',
  decide: 'Entschieden',
  close: 'Abgeschlossen',
  withdraw: 'Zurückgezogen',
  expire: 'Verfallen',
  'delivery-acknowledged': 'Übergabe bestätigt',
  'delivery-needs-attention': 'Übergabe braucht eine Entscheidung',
  'delivery-unclear': 'Übergabe ungeklärt: bitte entscheiden',
  'delivery-resend': 'Erneute Übergabe veranlasst',
  'delivery-ask': 'Nachfrage beim Ziel veranlasst',
  'delivery-start-over': 'Übergabe von vorn veranlasst',
  'delivery-confirm-arrival': 'Als angekommen vermerkt',
  'case-received': 'Ziel meldet: eingegangen',
  'case-accepted': 'Ziel meldet: angenommen',
  'case-rejected': 'Ziel meldet: abgelehnt',
  'case-closed': 'Ziel meldet: abgeschlossen',
  'supplement-by-hand': 'Nachtrag wird nicht übergeben – bitte selbst weiterleiten',
};

export const eventLabel = (kind: string): string => eventLabels[kind] ?? kind;

/** What a letter of a case is. */
export const letterLabels: Readonly<Record<LetterRow['kind'], string>> = {
  question: 'Frage des Amtes',
  answer: 'Antwort',
  withdrawal: 'Rücknahme',
};

export const deliveryViews: Readonly<Record<DeliveryState, StateView>> = {
  pending: { label: 'Wartet', tone: 'info' },
  reserving: { label: 'Wird übergeben', tone: 'info' },
  creating: { label: 'Wird übergeben', tone: 'info' },
  attaching: { label: 'Wird übergeben', tone: 'info' },
  confirming: { label: 'Wird übergeben', tone: 'info' },
  retrying: { label: 'Wird wiederholt', tone: 'warning' },
  asking: { label: 'Wird geklärt', tone: 'warning' },
  unclear: { label: 'Ungeklärt', tone: 'danger' },
  'needs-attention': { label: 'Bitte prüfen', tone: 'danger' },
  acknowledged: { label: 'Übergeben', tone: 'success' },
};

/** What the counterpart says became of the case. */
export const caseStateViews = {
  received: { label: 'Dort eingegangen', tone: 'info' },
  accepted: { label: 'Dort angenommen', tone: 'success' },
  rejected: { label: 'Dort abgelehnt', tone: 'danger' },
  closed: { label: 'Dort abgeschlossen', tone: 'success' },
} as const satisfies Readonly<Record<string, StateView>>;

/** "Sachbearbeitung Meier", "Bürgerin oder Bürger", "System". */
export function actorLabel(actor: string, nameOf: (username: string) => string | null): string {
  if (actor === 'citizen') return 'Bürgerin oder Bürger';
  if (actor === 'system') return 'System';
  const account = actor.replace(/^clerk:/, '');
  return nameOf(account) ?? account;
}
