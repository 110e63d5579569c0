import type { FieldNode, FieldType } from '@serviceportal/form-engine';
import { say } from '../language.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import type { FormCodeLists } from './code-lists.js';
import { compileConstraints } from './constraints.js';
import { fieldTypes } from './field-type.js';
import { initialValue } from './initial-value.js';
import type { Finding } from './open-items.js';
import type { PatternVetting } from './pattern-vetting.js';
import { personAttribute } from './person-elements.js';
import { wellKnownEntry } from './well-known-elements.js';

type FieldPart = Omit<FieldNode, 'id' | 'version' | 'min' | 'max' | 'label' | 'outputLabel' | 'help' | 'legalBasis' | 'origin'>;

const listMissing = 'Die Auswahlliste zu dieser Frage liegt hier nicht vor. Bitte schreiben Sie Ihre Antwort in das Feld.';

/** What is particular to a field. `report` receives what could not be compiled. */
export function compileField(
  field: Datenfeld,
  position: { readonly required: boolean; readonly mayAutocomplete: boolean; readonly group?: string },
  codeLists: FormCodeLists,
  patterns: PatternVetting,
  report: (finding: Finding) => void,
): FieldPart {
  const select = field.feldart === 'select' || field.werte !== undefined || field.codelisteReferenz !== undefined;
  const codes = select ? codeLists.codesFor(field) : undefined;
  const missing = codes !== undefined && 'missing' in codes ? codes.missing : undefined;
  const list = codes !== undefined && 'key' in codes ? codes : undefined;
  const type: FieldType = !select ? fieldTypes[field.datentyp] : list === undefined ? 'text' : 'select';
  if (missing !== undefined)
    report({
      kind: 'code-list',
      message: say({ de: `${missing}. Das Feld ist ein Textfeld mit Hinweis.`, en: `${missing}. The field is a text field with a note.` }),
    });

  const { constraints, problems } = compileConstraints(select ? { ...field, praezisierung: {} } : field, type, patterns);
  for (const problem of problems) report(problem);
  const initial = field.inhalt === undefined ? undefined : initialValue(field.inhalt, type, list?.codes);
  if (field.inhalt !== undefined && initial === undefined) {
    report({
      kind: 'element',
      message: say({
        de: 'Der Inhalt passt nicht zum Feld; es beginnt leer.',
        en: 'The content (inhalt) does not fit the field; it starts empty.',
      }),
      source: field.inhalt,
    });
  }
  const { widget, autocomplete } = wellKnownEntry(field, type, constraints.maxLength, position.group);
  const attribute = personAttribute(field, type, position.group);
  return {
    kind: 'field',
    type,
    constraints,
    ...(list !== undefined && { codeList: list.key }),
    ...(widget !== undefined && !select && { widget }),
    ...(autocomplete !== undefined && position.mayAutocomplete && { autocomplete }),
    ...(attribute !== undefined && { attribute }),
    ...(initial !== undefined && { initial }),
    ...visibility(field, initial !== undefined, position.required, report),
    ...(missing !== undefined && { note: listMissing }),
  };
}

/** A locked field without value is filled by a component of another portal, e.g. an address search. */
function visibility(
  field: Datenfeld,
  hasValue: boolean,
  required: boolean,
  report: (finding: Finding) => void,
): { readonly locked?: true; readonly hidden?: true } {
  if (field.feldart === 'hidden') {
    if (!hasValue)
      report({
        kind: 'element',
        message: say({
          de: 'Ein verborgenes Feld ohne Inhalt: Niemand kann es befüllen.',
          en: 'A hidden field without content: nobody can fill it in.',
        }),
      });
    return { hidden: true };
  }
  if (field.feldart !== 'locked') return {};
  if (hasValue) return { locked: true };
  report({
    kind: 'element',
    message: say({
      de: `Ein gesperrtes Feld ohne Inhalt, das sonst ein Baustein befüllt; es wird ${required ? 'wie jedes andere abgefragt' : 'nicht gezeigt'}.`,
      en: `A locked field without content that a component of another portal fills in; it is ${required ? 'asked like any other' : 'not shown'}.`,
    }),
  });
  return required ? {} : { hidden: true };
}
