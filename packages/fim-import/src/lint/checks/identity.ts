import { childOf } from '../../xml/xml-element.js';
import { type Check, baukasten, released } from '../check.js';
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
    fix: 'Vergeben Sie die Id im FIM-Editor und exportieren Sie das Schema neu.',
    find(element, report) {
      if (element.id === '') report('Das Element hat keine Id.', element.child('identifikation'));
    },
  },
  {
    code: '1039',
    of: [...released, 'regel'],
    fix: 'Verwenden Sie den Buchstaben der Elementart (S, G, F, R, D) und 11 Ziffern, in XDatenfelder 2.0 8 Ziffern.',
    note: 'Auch für den Dokumentsteckbrief eines Schemas und die Objekte von Relationen.',
    find(element, report) {
      const digits = digitsOf(element);
      const expect = (id: string, letter: string, what: string, at = element.child('identifikation')): void => {
        if (id !== '' && !wellFormed(id, letter, digits))
          report(`Die Id „${id}“ ${what} besteht nicht aus ${letter} und ${digits} Ziffern.`, at);
      };
      expect(element.id, letters[element.art], 'des Elements');
      const steckbrief = element.child('dokumentsteckbrief');
      expect(element.textBelow('dokumentsteckbrief', 'id'), 'D', 'des Dokumentsteckbriefs', steckbrief);
      for (const relation of element.relationen) {
        if (relation.objekt !== '' && !wellFormed(relation.objekt, 'SGFDR', digits)) {
          report(`Die Relation nennt „${relation.objekt}“; das ist keine FIM-Id.`, relation);
        }
      }
    },
  },
  {
    code: '1003',
    of: baukasten,
    fix: 'Verwenden Sie im ganzen Schema dieselbe Version des Elements.',
    find(element, report, { versions }) {
      const used = versions.get(element.id) ?? [];
      if (element.id !== '' && used.length > 1) {
        const list = used.map((version) => version || 'Arbeitskopie').join(', ');
        report(`${element.id} kommt in ${used.length} Versionen vor: ${list}.`, element.child('identifikation'));
      }
    },
  },
  {
    code: '1004',
    of: ['datenfeldgruppe'],
    fix: 'Verwenden Sie das Element einmal und erhöhen Sie seine Multiplizität, oder legen Sie ein eigenes Element an.',
    find: reportTwins,
  },
  {
    code: '1025',
    of: ['stammdatenschema'],
    fix: 'Verwenden Sie das Element einmal und erhöhen Sie seine Multiplizität, oder fassen Sie es in verschiedene Gruppen.',
    find: reportTwins,
  },
  {
    code: '1026',
    of: ['datenfeldgruppe'],
    fix: 'Nehmen Sie die Gruppe aus sich selbst heraus.',
    find(element, report) {
      for (let above = element.parent; above !== undefined && element.id !== ''; above = above.parent) {
        if (above.id === element.id && above.version === element.version) report(`${element.id} enthält sich selbst.`);
      }
    },
  },
  {
    code: '1134',
    of: baukasten,
    fix: 'Verwenden Sie die Arbeitskopie des Elements, solange Sie am Schema arbeiten.',
    find(element, report, { root }) {
      if (element === root || root.version !== '' || element.version === '' || element.code('schemaelementart') !== 'RNG') return;
      if (nummernkreis(element.id) === nummernkreis(root.id)) {
        report(
          `Die Arbeitskopie ${root.id} verwendet ${element.id} in der festen Version ${element.version}.`,
          element.child('identifikation'),
        );
      }
    },
  },
  {
    code: '1135',
    of: baukasten,
    fix: 'Versionieren Sie das Unterelement und verwenden Sie diese Version.',
    find(element, report, { root }) {
      const above = [...ancestors(element)].find(({ version }) => version !== '');
      if (element !== root && element.version === '' && above !== undefined) {
        report(
          `${element.id || 'Ein Element'} hat keine Version, steht aber in ${above.id} ${above.version}.`,
          element.child('identifikation'),
        );
      }
    },
  },
];

export function* ancestors(element: LintElement): Generator<LintElement> {
  for (let above = element.parent; above !== undefined; above = above.parent) yield above;
}

function reportTwins(element: LintElement, report: (message: string, place?: { line: number; column: number }) => void): void {
  const seen = new Set<string>();
  for (const { element: child, xml } of element.stellen) {
    const key = `${child.id} ${child.version}`;
    if (child.id !== '' && seen.has(key)) {
      report(
        `${child.id} ${child.version || '(Arbeitskopie)'} steht mehrfach direkt in ${element.id}.`,
        childOf(child.xml, 'identifikation') ?? xml,
      );
    }
    seen.add(key);
  }
}
