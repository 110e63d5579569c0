import type { Message } from '../language.js';
import type { Check } from './check.js';
import { boundChecks } from './checks/bounds.js';
import { codeListReferenceChecks } from './checks/code-list-references.js';
import { codeListContentChecks } from './checks/code-lists.js';
import { codeChecks } from './checks/codes.js';
import { fieldChecks } from './checks/fields.js';
import { identityChecks } from './checks/identity.js';
import { legalBasisChecks } from './checks/legal-bases.js';
import { relationChecks } from './checks/relations.js';
import { releaseChecks } from './checks/release.js';
import { ruleChecks } from './checks/rules.js';
import { steckbriefChecks } from './checks/steckbriefe.js';
import { structureChecks } from './checks/structure.js';
import { textChecks } from './checks/texts.js';

/** Every implemented check by its official code. */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    ...identityChecks,
    ...textChecks,
    ...codeChecks,
    ...relationChecks,
    ...legalBasisChecks,
    ...structureChecks,
    ...fieldChecks,
    ...boundChecks,
    ...codeListReferenceChecks,
    ...codeListContentChecks,
    ...ruleChecks,
    ...releaseChecks,
    ...steckbriefChecks,
  ].map((check) => [check.code, check]),
);

const repository: Message = {
  de: 'braucht den Gesamtbestand des Redaktionssystems: verwendet wird ein Element vielleicht in anderen Schemas',
  en: 'needs all that the editorial system holds: an element may be used in other schemas',
};
const lengths: Message = {
  de: 'braucht die Liste der empfohlenen Feldlängen; sie steht weder in der Datei noch im Standard noch in der Liste der Meldungen',
  en: 'needs the list of recommended lengths, which stands neither in the file nor in the standard nor in the list of checks',
};
const newest: Message = {
  de: 'braucht das XRepository: nur dort steht, welche Version der Codeliste die aktuelle ist',
  en: 'needs the XRepository, the only place that says which version of the code list is the newest',
};
const schemas: Message = { de: 'braucht das Sammelrepository', en: 'needs the Sammelrepository' };

/** Why the others cannot be decided from a file. */
export const undecidable: ReadonlyMap<string, Message> = new Map([
  [
    '1035',
    {
      de: 'betrifft Notizen im Redaktionssystem; weder Standard noch Meldung sagen, was das alte Format ist',
      en: 'is about notes in the editorial system; neither the standard nor the check says what the old format is',
    },
  ],
  [
    '1110',
    {
      de: 'eine Referenz auf eine Codeliste trägt keine Handlungsgrundlage; sie stünde in der Beschreibung im XRepository',
      en: 'a reference to a code list carries no Handlungsgrundlage; it would stand in the description in the XRepository',
    },
  ],
  ['1111', repository],
  ['1112', repository],
  ['1113', repository],
  ['1114', repository],
  ['1115', { de: 'braucht das XRepository', en: 'needs the XRepository' }],
  ['1121', newest],
  ['1123', newest],
  ['1125', schemas],
  ['1126', schemas],
  ['1136', lengths],
  ['1137', lengths],
  ['1138', lengths],
]);
