import { inputText } from '../../answers/input-text.js';
import { typedValue } from '../../answers/typed-value.js';
import type { FormDefinition } from '../../form/form-definition.js';
import type { FieldNode } from '../../form/form-node.js';
import { checkValue } from '../../validation/check-value.js';
import type { PackageProblem } from '../package-error.js';
import { listTree, names } from './form-tree.js';
import { refused } from './overlay-result.js';

function fitsField(field: FieldNode, form: FormDefinition): boolean {
  const { initial } = field;
  if (initial === undefined) return true;
  const typed = typedValue(field, inputText(field, initial));
  return 'value' in typed && typed.value === initial && checkValue(field, initial, form.codeLists) === null;
}

/** Initial values that the overlay sets are handed over like answers: they must pass the same checks. */
export function checkInitials(form: FormDefinition, initials: Readonly<Record<string, unknown>>): PackageProblem[] {
  return listTree(form.children).flatMap(({ path, node }) => {
    if (node.kind !== 'field' || !Object.keys(initials).some((key) => names(key, path))) return [];
    if (node.max !== 1)
      return [
        refused(
          path,
          `„${node.label}“ ist eine Liste und kann keinen Anfangswert haben.`,
          `“${node.label}” is a list and cannot have an initial value.`,
        ),
      ];
    return fitsField(node, form)
      ? []
      : [
          refused(
            path,
            `Der Anfangswert von „${node.label}“ ist keine gültige Antwort auf diese Frage. Datum: 2026-12-24, Auswahl: der Code.`,
            `The initial value of “${node.label}” is no valid answer to this question. Date: 2026-12-24, selection: the code.`,
          ),
        ];
  });
}
