import type { FormDefinition } from '../../form/form-definition.js';
import type { FormNode } from '../../form/form-node.js';
import type { PackageProblem } from '../package-error.js';
import { listTree, mapTree, names } from './form-tree.js';
import { misfit, refused, type OverlayResult } from './overlay-result.js';

/**
 * Hides elements: fields carry their initial value unseen, groups with all that is below, notes go. What must be answered
 * can be hidden only with an initial value; inside an optional group that is hidden as a whole nothing must be answered.
 */
export function hideElements(form: FormDefinition, keys: readonly string[]): OverlayResult {
  const problems: PackageProblem[] = [];

  function hide(node: FormNode, path: string, free: boolean): FormNode | null {
    if (node.kind === 'note') return null;
    if (node.kind === 'field') {
      if (!free && node.min > 0 && node.initial === undefined) {
        problems.push(
          refused(
            path,
            `„${node.label}“ ist ein Pflichtfeld und kann ohne Anfangswert nicht verborgen werden. Setzen Sie ihn unter initial.`,
            `“${node.label}” must be answered and cannot be hidden without an initial value. Set it under initial.`,
          ),
        );
      }
      return { ...node, hidden: true };
    }
    const children = node.children.flatMap((child) => hide(child, `${path}/${child.id}`, free || node.min === 0) ?? []);
    return { ...node, children };
  }

  const placed = listTree(form.children);
  const openItems = keys
    .filter((key) => !placed.some(({ path }) => names(key, path)))
    .map((key) => misfit(key, 'Der Eintrag unter hide passt zu keinem Element des Schemas und bleibt ohne Wirkung.'));
  const children = mapTree(form.children, (node, path) => (keys.some((key) => names(key, path)) ? hide(node, path, false) : node));
  return { form: { ...form, children }, openItems, problems };
}
