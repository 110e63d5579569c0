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

const below = (code: string, around: Art, fix: string, problem: (element: LintElement) => string | undefined): Check => ({
  code,
  of: baukasten,
  only: '3.0.0',
  fix,
  find(element, report) {
    const published = publishedAround(element);
    const message = published?.art === around ? problem(element) : undefined;
    if (message !== undefined) report(`${message}, ${published?.id} ist veröffentlicht.`, element.child('freigabestatus'));
  },
});

const unpublished = (element: LintElement): string | undefined =>
  isPublished(element) ? undefined : `${element.id} ist nicht veröffentlicht`;
const belowDraft = (element: LintElement): string | undefined =>
  ['1', '2'].includes(element.status) ? `${element.id} ist noch ${element.status === '1' ? 'in Planung' : 'in Bearbeitung'}` : undefined;

const publish = 'Veröffentlichen Sie das Unterelement, oder verwenden Sie eine veröffentlichte Version.';
const advance = 'Bringen Sie das Unterelement mindestens in den Status „Entwurf“.';

/** 3 Entwurf, 4 to 6 released, 7 inactive. */
const dated = new Set(['3', '4', '5', '6', '7']);

const withoutDate = (code: string, of: readonly Art[]): Check => ({
  code,
  of,
  only: '3.0.0',
  fix: 'Tragen Sie ein, wann der Status gesetzt wurde.',
  find(element, report) {
    if (dated.has(element.status) && element.text('statusGesetztAm') === '')
      report('„Status gesetzt am“ ist leer.', element.child('freigabestatus'));
  },
});

const foreignErsteller = (code: string, of: readonly Art[]): Check => ({
  code,
  of,
  fix: 'Nennen Sie die Stelle, die das Element fachlich verantwortet.',
  find(element, report) {
    const stelle = ersteller(element);
    if (/^FIM[- ]Baustein Datenfelder$/.test(stelle) && nummernkreis(element.id) !== '60') {
      report(
        `${element.id} gehört nicht zum Nummernkreis 60, nennt aber „${stelle}“.`,
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
    fix: 'Nennen Sie die Stelle, die das Element fachlich verantwortet.',
    note: 'Für Elemente mit Version.',
    find(element, report) {
      if (element.version !== '' && ersteller(element) === '')
        report(`${element.id} ${element.version} nennt keinen fachlichen Ersteller.`);
    },
  },
  {
    code: '1119',
    of: released,
    only: '2.0',
    fix: 'Setzen Sie den Status auf „aktiv“.',
    find(element, report) {
      if (element.version !== '' && element.status !== 'aktiv')
        report(`${element.id} ${element.version} ist nicht aktiv.`, element.child('status'));
    },
  },
];
