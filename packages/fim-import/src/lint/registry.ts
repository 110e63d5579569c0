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

const repository = 'braucht den Gesamtbestand des Redaktionssystems: verwendet wird ein Element vielleicht in anderen Schemas';
const lengths =
  'braucht die Liste der empfohlenen Feldlängen; sie steht weder in der Datei noch im Standard noch in der Liste der Meldungen';

/** Why the others cannot be decided from a file. */
export const undecidable: ReadonlyMap<string, string> = new Map([
  ['1035', 'betrifft Notizen im Redaktionssystem; weder Standard noch Meldung sagen, was das alte Format ist'],
  ['1110', 'eine Referenz auf eine Codeliste trägt keine Handlungsgrundlage; sie stünde in der Beschreibung im XRepository'],
  ['1111', repository],
  ['1112', repository],
  ['1113', repository],
  ['1114', repository],
  ['1115', 'braucht das XRepository'],
  ['1121', 'braucht das XRepository: nur dort steht, welche Version der Codeliste die aktuelle ist'],
  ['1123', 'braucht das XRepository: nur dort steht, welche Version der Codeliste die aktuelle ist'],
  ['1125', 'braucht das Sammelrepository'],
  ['1126', 'braucht das Sammelrepository'],
  ['1136', lengths],
  ['1137', lengths],
  ['1138', lengths],
]);
