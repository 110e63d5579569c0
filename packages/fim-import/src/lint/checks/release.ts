import type { Message } from '../../language.js';
import { type Check, baukasten, released } from '../check.js';
import type { Art, LintElement } from '../lint-element.js';
import { ancestors, nummernkreis } from './identity.js';

const ersteller = (element: LintElement): string => element.text('statusGesetztDurch') || element.text('fachlicherErsteller');
const isPublished = (element: LintElement): boolean => element.text('veroeffentlichungsdatum') !== '';

/** The published schema or, without one, the nearest published group in which an element stands. */
function publishedAround(element: LintElement): LintElement | undefined {
  const above = [...ancestors(element)];
  return above.find((other) => other.art === 'stammdatenschema' && isPublished(other)) ?? above.find(isPublished);
}

const below = (code: string, around: Art, fix: Message, problem: (element: LintElement) => Message | undefined): Check => ({
  code,
  of: baukasten,
  only: '3.0.0',
  fix,
  find(element, report) {
    const published = publishedAround(element);
    const message = published?.art === around ? problem(element) : undefined;
    if (message === undefined) return;
    const [de, en] = [`${message.de}, ${published?.id} ist veröffentlicht.`, `${message.en}, ${published?.id} is published.`];
    report({ de, en }, element.child('freigabestatus'));
  },
});

const unpublished = (element: LintElement): Message | undefined =>
  isPublished(element) ? undefined : { de: `${element.id} ist nicht veröffentlicht`, en: `${element.id} is not published` };
const belowDraft = ({ id, status }: LintElement): Message | undefined => {
  if (status !== '1' && status !== '2') return undefined;
  const name = status === '1' ? 'in Planung' : 'in Bearbeitung';
  return { de: `${id} ist noch ${name}`, en: `${id} is still “${name}”` };
};

const publish: Message = {
  de: 'Veröffentlichen Sie das Unterelement, oder verwenden Sie eine veröffentlichte Version.',
  en: 'Publish the element below, or use a published version.',
};
const advance: Message = {
  de: 'Bringen Sie das Unterelement mindestens in den Status „Entwurf“.',
  en: 'Bring the element below to the status “Entwurf” (draft) at least.',
};

/** 3 Entwurf, 4 to 6 released, 7 inactive. */
const dated = new Set(['3', '4', '5', '6', '7']);

const withoutDate = (code: string, of: readonly Art[]): Check => ({
  code,
  of,
  only: '3.0.0',
  fix: { de: 'Tragen Sie ein, wann der Status gesetzt wurde.', en: 'Enter when the status was set.' },
  find(element, report) {
    if (dated.has(element.status) && element.text('statusGesetztAm') === '')
      report({ de: '„Status gesetzt am“ ist leer.', en: '“Status gesetzt am” is empty.' }, element.child('freigabestatus'));
  },
});

const foreignErsteller = (code: string, of: readonly Art[]): Check => ({
  code,
  of,
  fix: { de: 'Nennen Sie die Stelle, die das Element fachlich verantwortet.', en: 'Name the body that answers for the element.' },
  find(element, report) {
    const stelle = ersteller(element);
    if (/^FIM[- ]Baustein Datenfelder$/.test(stelle) && nummernkreis(element.id) !== '60') {
      report(
        {
          de: `${element.id} gehört nicht zum Nummernkreis 60, nennt aber „${stelle}“.`,
          en: `${element.id} does not belong to the number range 60, but names “${stelle}”.`,
        },
        element.child('statusGesetztDurch') ?? element.child('fachlicherErsteller'),
      );
    }
  },
});

export const releaseChecks: readonly Check[] = [
  below('1127', 'stammdatenschema', publish, unpublished),
  below('1128', 'datenfeldgruppe', publish, unpublished),
  below('1129', 'stammdatenschema', advance, belowDraft),
  below('1130', 'datenfeldgruppe', advance, belowDraft),
  withoutDate('1142', baukasten),
  withoutDate('1143', ['stammdatenschema']),
  withoutDate('1144', ['dokumentsteckbrief']),
  foreignErsteller('1140', baukasten),
  foreignErsteller('1141', ['stammdatenschema']),
  {
    code: '1117',
    of: released,
    fix: { de: 'Nennen Sie die Stelle, die das Element fachlich verantwortet.', en: 'Name the body that answers for the element.' },
    note: { de: 'Für Elemente mit Version.', en: 'For elements with a version.' },
    find(element, report) {
      if (element.version !== '' && ersteller(element) === '')
        report({
          de: `${element.id} ${element.version} nennt keinen fachlichen Ersteller.`,
          en: `${element.id} ${element.version} names no “Fachlicher Ersteller”.`,
        });
    },
  },
  {
    code: '1119',
    of: released,
    only: '2.0',
    fix: { de: 'Setzen Sie den Status auf „aktiv“.', en: 'Set the status to “aktiv”.' },
    find(element, report) {
      if (element.version !== '' && element.status !== 'aktiv')
        report(
          { de: `${element.id} ${element.version} ist nicht aktiv.`, en: `${element.id} ${element.version} is not active.` },
          element.child('status'),
        );
    },
  },
];
