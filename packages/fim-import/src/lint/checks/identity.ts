import { childOf } from '../../xml/xml-element.js';
import type { Message } from '../../language.js';
import { type Check, type Report, baukasten, released } from '../check.js';
import type { Art, LintElement } from '../lint-element.js';

const letters: Readonly<Record<Art, string>> = {
  stammdatenschema: 'S',
  datenfeldgruppe: 'G',
  datenfeld: 'F',
  dokumentsteckbrief: 'D',
  regel: 'R',
};

const digitsOf = ({ fassung }: LintElement): number => (fassung === '2.0' ? 8 : 11);
const wellFormed = (id: string, letter: string, digits: number): boolean =>
  id.length === digits + 1 && letter.includes(id.charAt(0)) && /^.\d+$/.test(id);

/** Land or federal government, or 60 for the harmonised elements. */
export const nummernkreis = (id: string): string => id.slice(1, 3);

export const identityChecks: readonly Check[] = [
  {
    code: '1038',
    of: [...released, 'regel'],
    fix: {
      de: 'Vergeben Sie die Id im FIM-Editor und exportieren Sie das Schema neu.',
      en: 'Assign the id in the FIM editor and export the schema again.',
    },
    find(element, report) {
      if (element.id === '') report({ de: 'Das Element hat keine Id.', en: 'The element has no id.' }, element.child('identifikation'));
    },
  },
  {
    code: '1039',
    of: [...released, 'regel'],
    fix: {
      de: 'Verwenden Sie den Buchstaben der Elementart (S, G, F, R, D) und 11 Ziffern, in XDatenfelder 2.0 8 Ziffern.',
      en: 'Use the letter of the kind of element (S, G, F, R, D) and 11 digits, in XDatenfelder 2.0 8 digits.',
    },
    note: {
      de: 'Auch für den Dokumentsteckbrief eines Schemas und die Objekte von Relationen.',
      en: 'Also for the Dokumentsteckbrief of a schema and the objects of relations.',
    },
    find(element, report) {
      const digits = digitsOf(element);
      const expect = (id: string, letter: string, what: Message, at = element.child('identifikation')): void => {
        if (id !== '' && !wellFormed(id, letter, digits))
          report(
            {
              de: `Die Id „${id}“ ${what.de} besteht nicht aus ${letter} und ${digits} Ziffern.`,
              en: `The id “${id}” ${what.en} is not ${letter} and ${digits} digits.`,
            },
            at,
          );
      };
      expect(element.id, letters[element.art], { de: 'des Elements', en: 'of the element' });
      const steckbrief = element.child('dokumentsteckbrief');
      expect(
        element.textBelow('dokumentsteckbrief', 'id'),
        'D',
        { de: 'des Dokumentsteckbriefs', en: 'of the Dokumentsteckbrief' },
        steckbrief,
      );
      for (const relation of element.relationen) {
        if (relation.objekt !== '' && !wellFormed(relation.objekt, 'SGFDR', digits)) {
          report(
            {
              de: `Die Relation nennt „${relation.objekt}“; das ist keine FIM-Id.`,
              en: `The relation names “${relation.objekt}”; that is no FIM id.`,
            },
            relation,
          );
        }
      }
    },
  },
  {
    code: '1003',
    of: baukasten,
    fix: {
      de: 'Verwenden Sie im ganzen Schema dieselbe Version des Elements.',
      en: 'Use the same version of the element in the whole schema.',
    },
    find(element, report, { versions }) {
      const used = versions.get(element.id) ?? [];
      if (element.id !== '' && used.length > 1) {
        const list = (copy: string): string => used.map((version) => version || copy).join(', ');
        report(
          {
            de: `${element.id} kommt in ${used.length} Versionen vor: ${list('Arbeitskopie')}.`,
            en: `${element.id} occurs in ${used.length} versions: ${list('working copy')}.`,
          },
          element.child('identifikation'),
        );
      }
    },
  },
  {
    code: '1004',
    of: ['datenfeldgruppe'],
    fix: {
      de: 'Verwenden Sie das Element einmal und erhöhen Sie seine Multiplizität, oder legen Sie ein eigenes Element an.',
      en: 'Use the element once and raise its multiplicity, or create an element of its own.',
    },
    find: reportTwins,
  },
  {
    code: '1025',
    of: ['stammdatenschema'],
    fix: {
      de: 'Verwenden Sie das Element einmal und erhöhen Sie seine Multiplizität, oder fassen Sie es in verschiedene Gruppen.',
      en: 'Use the element once and raise its multiplicity, or put it into different groups.',
    },
    find: reportTwins,
  },
  {
    code: '1026',
    of: ['datenfeldgruppe'],
    fix: { de: 'Nehmen Sie die Gruppe aus sich selbst heraus.', en: 'Take the group out of itself.' },
    find(element, report) {
      for (let above = element.parent; above !== undefined && element.id !== ''; above = above.parent) {
        if (above.id === element.id && above.version === element.version)
          report({ de: `${element.id} enthält sich selbst.`, en: `${element.id} contains itself.` });
      }
    },
  },
  {
    code: '1134',
    of: baukasten,
    fix: {
      de: 'Verwenden Sie die Arbeitskopie des Elements, solange Sie am Schema arbeiten.',
      en: 'Use the working copy of the element while you work on the schema.',
    },
    find(element, report, { root }) {
      if (element === root || root.version !== '' || element.version === '' || element.code('schemaelementart') !== 'RNG') return;
      if (nummernkreis(element.id) === nummernkreis(root.id)) {
        report(
          {
            de: `Die Arbeitskopie ${root.id} verwendet ${element.id} in der festen Version ${element.version}.`,
            en: `The working copy ${root.id} uses ${element.id} in the fixed version ${element.version}.`,
          },
          element.child('identifikation'),
        );
      }
    },
  },
  {
    code: '1135',
    of: baukasten,
    fix: { de: 'Versionieren Sie das Unterelement und verwenden Sie diese Version.', en: 'Give the element below a version and use that.' },
    find(element, report, { root }) {
      const above = [...ancestors(element)].find(({ version }) => version !== '');
      if (element !== root && element.version === '' && above !== undefined) {
        report(
          {
            de: `${element.id || 'Ein Element'} hat keine Version, steht aber in ${above.id} ${above.version}.`,
            en: `${element.id || 'An element'} has no version, but stands in ${above.id} ${above.version}.`,
          },
          element.child('identifikation'),
        );
      }
    },
  },
];

export function* ancestors(element: LintElement): Generator<LintElement> {
  for (let above = element.parent; above !== undefined; above = above.parent) yield above;
}

function reportTwins(element: LintElement, report: Report): void {
  const seen = new Set<string>();
  for (const { element: child, xml } of element.stellen) {
    const key = `${child.id} ${child.version}`;
    if (child.id !== '' && seen.has(key)) {
      report(
        {
          de: `${child.id} ${child.version || '(Arbeitskopie)'} steht mehrfach direkt in ${element.id}.`,
          en: `${child.id} ${child.version || '(working copy)'} stands several times directly in ${element.id}.`,
        },
        childOf(child.xml, 'identifikation') ?? xml,
      );
    }
    seen.add(key);
  }
}
