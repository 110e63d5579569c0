import type { DecisionView, DeliveryState, HandOverStep } from '@serviceportal/form-engine';
import type { Decision } from '../work/by-hand.js';

const underWay = 'Der Antrag wird gerade übergeben.';

/** What the state of a hand-over means, and whether a person is needed. */
export const explanations: Readonly<Record<DeliveryState, string>> = {
  pending: 'Der Antrag wartet auf die Übergabe. Sie müssen nichts tun.',
  reserving: underWay,
  creating: underWay,
  attaching: underWay,
  confirming: underWay,
  retrying: 'Das Ziel hat den Antrag noch nicht angenommen. Wir versuchen es von selbst erneut. Sie müssen nichts tun.',
  asking:
    'Es kam keine klare Antwort. Bevor wir noch einmal senden, fragen wir das Ziel, ob der Antrag schon dort ist. Sie müssen nichts tun.',
  unclear:
    'Wir wissen nicht, ob der Antrag angekommen ist, und können das Ziel nicht fragen. Wir senden nicht von selbst noch einmal, damit kein zweiter Vorgang entsteht. Bitte sehen Sie beim Ziel nach, ob der Vorgang dort ist.',
  'needs-attention': 'Das Ziel hat den Antrag nicht angenommen. Von selbst geht es nicht weiter.',
  acknowledged: 'Das Ziel hat den Antrag.',
};

export const stepLabels: Readonly<Record<HandOverStep, string>> = {
  reserve: 'Ankündigen',
  create: 'Vorgang anlegen',
  attach: 'Dateien übergeben',
  confirm: 'Abschließen',
};

const outcomes: Readonly<Record<string, string>> = {
  reserve: 'gelungen',
  create: 'gelungen',
  attach: 'gelungen',
  confirm: 'gelungen',
  acknowledge: 'vom Ziel bestätigt',
  unavailable: 'Ziel nicht erreichbar',
  refuse: 'abgelehnt',
  'may-repeat': 'keine klare Antwort',
  'must-ask': 'keine klare Antwort',
  'must-decide': 'keine klare Antwort',
  'not-there': 'Ziel hat ihn nicht',
  died: 'unterbrochen',
};

/** How a step ended. Null: it has not. */
export const outcomeLabel = (outcome: string | null): string => (outcome === null ? 'läuft' : (outcomes[outcome] ?? outcome));

type DecisionText = Pick<DecisionView, 'label' | 'explanation'>;

const resendTexts: Partial<Record<DeliveryState, DecisionText>> = {
  unclear: {
    label: 'Es ist nicht angekommen – noch einmal senden',
    explanation: 'Sie haben nachgesehen: Der Vorgang ist nicht beim Ziel.',
  },
  retrying: { label: 'Jetzt versuchen', explanation: 'Wir warten nicht bis zum nächsten Versuch.' },
};

const texts: Readonly<Record<Decision, DecisionText>> = {
  resend: {
    label: 'Erneut übergeben',
    explanation: 'Die Ursache ist behoben. Was schon gelungen ist, wird nicht wiederholt.',
  },
  ask: { label: 'Jetzt nachfragen', explanation: 'Wir fragen das Ziel sofort, ob der Vorgang dort ist.' },
  'confirm-arrival': {
    label: 'Es ist angekommen',
    explanation: 'Sie haben nachgesehen: Der Vorgang ist vollständig beim Ziel, oder Sie haben ihn dort selbst eingetragen.',
  },
  'start-over': {
    label: 'Ganz von vorn übergeben',
    explanation: 'Auch gelungene Schritte werden wiederholt. Vorher fragen wir bei jedem Schritt, ob er schon getan ist.',
  },
};

const warning = ' Achtung: Dieses Ziel kann nicht jede dieser Fragen beantworten. Es kann dort ein zweiter Vorgang entstehen.';

/** A decision in words. `sure`: the counterpart can be asked about every step. */
export function decisionText(decision: Decision, state: DeliveryState, sure: boolean): DecisionText {
  const text = (decision === 'resend' ? resendTexts[state] : undefined) ?? texts[decision];
  return decision === 'start-over' && !sure ? { ...text, explanation: text.explanation + warning } : text;
}
