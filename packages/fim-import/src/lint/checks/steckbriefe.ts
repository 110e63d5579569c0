import type { Check } from '../check.js';
import type { LintElement } from '../lint-element.js';

const standard = 'D99000000001';
const isReleased = ({ status }: LintElement): boolean => status === '4' || status === '5' || status === '6';

/** Codes of urn:xoev-de:fim-datenfelder:codeliste:dokumentart. Version 2 has a text here. */
const dokumentarten = new Set([...Array.from({ length: 14 }, (_, index) => String(index + 1).padStart(3, '0')), '999']);

const ofSchema = (code: string, fix: string, problem: (steckbrief: string, schema: LintElement) => string | undefined): Check => ({
  code,
  of: ['stammdatenschema'],
  only: '3.0.0',
  fix,
  find(schema, report) {
    const message = problem(schema.textBelow('dokumentsteckbrief', 'id'), schema);
    if (message !== undefined) report(message, schema.child('dokumentsteckbrief'));
  },
});

const own = (
  code: string,
  fix: string,
  problem: (steckbrief: LintElement) => string | undefined,
  at: string,
  only?: Check['only'],
): Check => ({
  code,
  of: ['dokumentsteckbrief'],
  ...(only !== undefined && { only }),
  fix,
  find(steckbrief, report) {
    const message = problem(steckbrief);
    if (message !== undefined) report(message, steckbrief.child(at));
  },
});

const hasBezug = (steckbrief: LintElement): boolean => steckbrief.all('bezug').some(({ text }) => text.trim() !== '');
const linked = ({ relationen }: LintElement): number => relationen.filter(({ praedikat }) => praedikat === 'VKN').length;
const abstraktOf = (steckbrief: LintElement): string => steckbrief.text(steckbrief.fassung === '2.0' ? 'isReferenz' : 'istAbstrakt');
const isAbstrakt = (steckbrief: LintElement): boolean => ['true', '1'].includes(abstraktOf(steckbrief));
const isKonkret = (steckbrief: LintElement): boolean => ['false', '0'].includes(abstraktOf(steckbrief));

export const steckbriefChecks: readonly Check[] = [
  ofSchema('1007', 'Ordnen Sie den Dokumentsteckbrief aus dem Katalog zu.', (id) =>
    id === '' ? 'Dem Schema ist kein Dokumentsteckbrief zugeordnet.' : undefined,
  ),
  ofSchema('1096', 'Ordnen Sie vor der Freigabe den richtigen Dokumentsteckbrief zu.', (id, schema) =>
    id === standard && !isReleased(schema) ? 'Das Schema ist vorläufig dem Default-Dokumentsteckbrief zugeordnet.' : undefined,
  ),
  ofSchema('1097', 'Ordnen Sie den richtigen Dokumentsteckbrief zu.', (id, schema) =>
    id === standard && isReleased(schema) ? 'Das freigegebene Schema ist noch dem Default-Dokumentsteckbrief zugeordnet.' : undefined,
  ),
  ofSchema('1124', 'Ordnen Sie einen Dokumentsteckbrief aus KATE zu; seine Id beginnt mit D99.', (id) =>
    /^D\d{11}$/.test(id) && !id.startsWith('D99') ? `${id} stammt nicht aus KATE.` : undefined,
  ),
  own(
    '1008',
    'Nennen Sie die Norm, auf der das Dokument beruht.',
    (d) => (hasBezug(d) ? undefined : 'Der Dokumentsteckbrief nennt keine Handlungsgrundlage.'),
    'bezug',
    '2.0',
  ),
  own(
    '1052',
    'Nennen Sie die Norm, auf der das Dokument beruht.',
    (d) => (isKonkret(d) && !hasBezug(d) ? 'Der konkrete Dokumentsteckbrief nennt keine Handlungsgrundlage.' : undefined),
    'bezug',
    '3.0.0',
  ),
  own(
    '1049',
    'Schreiben Sie in die Definition, was das Dokument ist.',
    (d) => (d.text('definition') === '' ? 'Die Definition ist leer.' : undefined),
    'definition',
  ),
  own(
    '1053',
    'Entfernen Sie die Verknüpfungen, oder machen Sie den Steckbrief abstrakt.',
    (d) => (isKonkret(d) && linked(d) > 0 ? 'Dem konkreten Dokumentsteckbrief sind andere zugeordnet.' : undefined),
    'istAbstrakt',
    '3.0.0',
  ),
  own(
    '1054',
    'Ordnen Sie mindestens zwei Dokumentsteckbriefe zu (Relation VKN).',
    (d) => (isAbstrakt(d) && linked(d) < 2 ? `Dem abstrakten Dokumentsteckbrief sind ${linked(d)} andere zugeordnet.` : undefined),
    'istAbstrakt',
    '3.0.0',
  ),
  own(
    '1055',
    'Wählen Sie einen Code der Codeliste urn:xoev-de:fim-datenfelder:codeliste:dokumentart (001 bis 014, 999).',
    (d) => {
      const art = d.fassung === '2.0' ? d.text('dokumentart') : d.code('dokumentart');
      if (d.fassung === '2.0' ? art !== '' : dokumentarten.has(art)) return undefined;
      return art === '' ? 'Die Dokumentart fehlt.' : `„${art}“ ist keine bekannte Dokumentart.`;
    },
    'dokumentart',
  ),
  own(
    '1092',
    'Schreiben Sie true oder false.',
    (d) => (isAbstrakt(d) || isKonkret(d) ? undefined : `„${abstraktOf(d)}“ ist weder true noch false.`),
    'istAbstrakt',
  ),
  own(
    '1107',
    'Erklären Sie im Hilfetext, wozu das Dokument dient.',
    (d) => (d.text('hilfetext') === '' ? 'Der Hilfetext ist leer.' : undefined),
    'hilfetext',
  ),
];
