import { type Check, released } from '../check.js';
import type { Art, RelationSource } from '../lint-element.js';

/** ABL derived from, ERS replaces, EQU equivalent to, VKN linked to (between Dokumentsteckbriefe only). */
const known = new Set(['ABL', 'ERS', 'EQU', 'VKN']);

const allowed: Readonly<Record<Art, string>> = {
  stammdatenschema: 'S',
  datenfeldgruppe: 'GF',
  datenfeld: 'GF',
  dokumentsteckbrief: 'D',
  regel: 'R',
};

const each = (code: string, fix: string, problem: (relation: RelationSource, art: Art) => string | undefined, note?: string): Check => ({
  code,
  of: released,
  only: '3.0.0',
  fix,
  ...(note !== undefined && { note }),
  find(element, report) {
    for (const relation of element.relationen) {
      const message = problem(relation, element.art);
      if (message !== undefined) report(message, relation);
    }
  },
});

export const relationChecks: readonly Check[] = [
  each('1029', 'Wählen Sie ABL, ERS, EQU oder VKN.', ({ praedikat }) => {
    if (known.has(praedikat)) return undefined;
    return praedikat === '' ? 'Die Relation sagt nicht, welcher Art sie ist.' : `„${praedikat}“ ist keine bekannte Relationsart.`;
  }),
  each(
    '1087',
    'Verknüpfen Sie Schemas nur mit Schemas, Felder und Gruppen mit Feldern und Gruppen, Dokumentsteckbriefe mit Dokumentsteckbriefen.',
    ({ objekt }, art) => {
      if (!/^[SGFD]\d/.test(objekt) || allowed[art].includes(objekt.charAt(0))) return undefined;
      return `Die Relation führt zu ${objekt}, einem Element anderer Art.`;
    },
  ),
  each('1088', 'Verwenden Sie eine andere Relationsart.', ({ praedikat }, art) =>
    praedikat === 'VKN' && art !== 'dokumentsteckbrief' ? 'Die Relation VKN gibt es nur zwischen Dokumentsteckbriefen.' : undefined,
  ),
  each('1091', 'Nennen Sie die Id des Objekts, oder löschen Sie die Relation.', ({ objekt }) =>
    objekt === '' ? 'Die Relation nennt kein Objekt.' : undefined,
  ),
];
