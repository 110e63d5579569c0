import type { Message } from '../../language.js';
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

const each = (code: string, fix: Message, problem: (relation: RelationSource, art: Art) => Message | undefined): Check => ({
  code,
  of: released,
  only: '3.0.0',
  fix,
  find(element, report) {
    for (const relation of element.relationen) {
      const message = problem(relation, element.art);
      if (message !== undefined) report(message, relation);
    }
  },
});

export const relationChecks: readonly Check[] = [
  each('1029', { de: 'Wählen Sie ABL, ERS, EQU oder VKN.', en: 'Choose ABL, ERS, EQU or VKN.' }, ({ praedikat }) => {
    if (known.has(praedikat)) return undefined;
    return praedikat === ''
      ? { de: 'Die Relation sagt nicht, welcher Art sie ist.', en: 'The relation does not say of which kind it is.' }
      : { de: `„${praedikat}“ ist keine bekannte Relationsart.`, en: `“${praedikat}” is no known kind of relation.` };
  }),
  each(
    '1087',
    {
      de: 'Verknüpfen Sie Schemas nur mit Schemas, Felder und Gruppen mit Feldern und Gruppen, Dokumentsteckbriefe mit Dokumentsteckbriefen.',
      en: 'Relate schemas to schemas only, fields and groups to fields and groups, Dokumentsteckbriefe to Dokumentsteckbriefe.',
    },
    ({ objekt }, art) => {
      if (!/^[SGFD]\d/.test(objekt) || allowed[art].includes(objekt.charAt(0))) return undefined;
      return {
        de: `Die Relation führt zu ${objekt}, einem Element anderer Art.`,
        en: `The relation leads to ${objekt}, an element of another kind.`,
      };
    },
  ),
  each('1088', { de: 'Verwenden Sie eine andere Relationsart.', en: 'Use another kind of relation.' }, ({ praedikat }, art) =>
    praedikat === 'VKN' && art !== 'dokumentsteckbrief'
      ? { de: 'Die Relation VKN gibt es nur zwischen Dokumentsteckbriefen.', en: 'The relation VKN is for Dokumentsteckbriefe only.' }
      : undefined,
  ),
  each(
    '1091',
    { de: 'Nennen Sie die Id des Objekts, oder löschen Sie die Relation.', en: 'Name the id of the object, or delete the relation.' },
    ({ objekt }) => (objekt === '' ? { de: 'Die Relation nennt kein Objekt.', en: 'The relation names no object.' } : undefined),
  ),
];
