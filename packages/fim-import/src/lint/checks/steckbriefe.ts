import type { Message } from '../../language.js';
import type { Check } from '../check.js';
import type { LintElement } from '../lint-element.js';

const standard = 'D99000000001';
const isReleased = ({ status }: LintElement): boolean => status === '4' || status === '5' || status === '6';

/** Codes of urn:xoev-de:fim-datenfelder:codeliste:dokumentart. Version 2 has a text here. */
const dokumentarten = new Set([...Array.from({ length: 14 }, (_, index) => String(index + 1).padStart(3, '0')), '999']);

const ofSchema = (code: string, fix: Message, problem: (steckbrief: string, schema: LintElement) => Message | undefined): Check => ({
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
  fix: Message,
  problem: (steckbrief: LintElement) => Message | undefined,
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
  ofSchema(
    '1007',
    { de: 'Ordnen Sie den Dokumentsteckbrief aus dem Katalog zu.', en: 'Assign the Dokumentsteckbrief from the catalogue.' },
    (id) =>
      id === ''
        ? { de: 'Dem Schema ist kein Dokumentsteckbrief zugeordnet.', en: 'No Dokumentsteckbrief is assigned to the schema.' }
        : undefined,
  ),
  ofSchema(
    '1096',
    {
      de: 'Ordnen Sie vor der Freigabe den richtigen Dokumentsteckbrief zu.',
      en: 'Assign the right Dokumentsteckbrief before the release.',
    },
    (id, schema) =>
      id === standard && !isReleased(schema)
        ? {
            de: 'Das Schema ist vorläufig dem Default-Dokumentsteckbrief zugeordnet.',
            en: 'The schema is provisionally assigned to the default Dokumentsteckbrief.',
          }
        : undefined,
  ),
  ofSchema('1097', { de: 'Ordnen Sie den richtigen Dokumentsteckbrief zu.', en: 'Assign the right Dokumentsteckbrief.' }, (id, schema) =>
    id === standard && isReleased(schema)
      ? {
          de: 'Das freigegebene Schema ist noch dem Default-Dokumentsteckbrief zugeordnet.',
          en: 'The released schema is still assigned to the default Dokumentsteckbrief.',
        }
      : undefined,
  ),
  ofSchema(
    '1124',
    {
      de: 'Ordnen Sie einen Dokumentsteckbrief aus KATE zu; seine Id beginnt mit D99.',
      en: 'Assign a Dokumentsteckbrief from KATE; its id begins with D99.',
    },
    (id) =>
      /^D\d{11}$/.test(id) && !id.startsWith('D99') ? { de: `${id} stammt nicht aus KATE.`, en: `${id} is not from KATE.` } : undefined,
  ),
  own(
    '1008',
    { de: 'Nennen Sie die Norm, auf der das Dokument beruht.', en: 'Name the norm on which the document rests.' },
    (d) =>
      hasBezug(d)
        ? undefined
        : { de: 'Der Dokumentsteckbrief nennt keine Handlungsgrundlage.', en: 'The Dokumentsteckbrief names no Handlungsgrundlage.' },
    'bezug',
    '2.0',
  ),
  own(
    '1052',
    { de: 'Nennen Sie die Norm, auf der das Dokument beruht.', en: 'Name the norm on which the document rests.' },
    (d) =>
      isKonkret(d) && !hasBezug(d)
        ? {
            de: 'Der konkrete Dokumentsteckbrief nennt keine Handlungsgrundlage.',
            en: 'The concrete Dokumentsteckbrief names no Handlungsgrundlage.',
          }
        : undefined,
    'bezug',
    '3.0.0',
  ),
  own(
    '1049',
    { de: 'Schreiben Sie in die Definition, was das Dokument ist.', en: 'Write into the Definition what the document is.' },
    (d) => (d.text('definition') === '' ? { de: 'Die Definition ist leer.', en: 'The Definition is empty.' } : undefined),
    'definition',
  ),
  own(
    '1053',
    {
      de: 'Entfernen Sie die Verknüpfungen, oder machen Sie den Steckbrief abstrakt.',
      en: 'Remove the links, or make the Dokumentsteckbrief abstract.',
    },
    (d) =>
      isKonkret(d) && linked(d) > 0
        ? { de: 'Dem konkreten Dokumentsteckbrief sind andere zugeordnet.', en: 'Others are assigned to the concrete Dokumentsteckbrief.' }
        : undefined,
    'istAbstrakt',
    '3.0.0',
  ),
  own(
    '1054',
    {
      de: 'Ordnen Sie mindestens zwei Dokumentsteckbriefe zu (Relation VKN).',
      en: 'Assign at least two Dokumentsteckbriefe (relation VKN).',
    },
    (d) =>
      isAbstrakt(d) && linked(d) < 2
        ? {
            de: `Dem abstrakten Dokumentsteckbrief sind ${linked(d)} andere zugeordnet.`,
            en: `${linked(d)} others are assigned to the abstract Dokumentsteckbrief.`,
          }
        : undefined,
    'istAbstrakt',
    '3.0.0',
  ),
  own(
    '1055',
    {
      de: 'Wählen Sie einen Code der Codeliste urn:xoev-de:fim-datenfelder:codeliste:dokumentart (001 bis 014, 999).',
      en: 'Choose a code of the code list urn:xoev-de:fim-datenfelder:codeliste:dokumentart (001 to 014, 999).',
    },
    (d) => {
      const art = d.fassung === '2.0' ? d.text('dokumentart') : d.code('dokumentart');
      if (d.fassung === '2.0' ? art !== '' : dokumentarten.has(art)) return undefined;
      return art === ''
        ? { de: 'Die Dokumentart fehlt.', en: 'The Dokumentart is missing.' }
        : { de: `„${art}“ ist keine bekannte Dokumentart.`, en: `“${art}” is no known Dokumentart.` };
    },
    'dokumentart',
  ),
  own(
    '1092',
    { de: 'Schreiben Sie true oder false.', en: 'Write true or false.' },
    (d) =>
      isAbstrakt(d) || isKonkret(d)
        ? undefined
        : { de: `„${abstraktOf(d)}“ ist weder true noch false.`, en: `“${abstraktOf(d)}” is neither true nor false.` },
    'istAbstrakt',
  ),
  own(
    '1107',
    { de: 'Erklären Sie im Hilfetext, wozu das Dokument dient.', en: 'Explain in the Hilfetext what the document is for.' },
    (d) => (d.text('hilfetext') === '' ? { de: 'Der Hilfetext ist leer.', en: 'The Hilfetext is empty.' } : undefined),
    'hilfetext',
  ),
];
