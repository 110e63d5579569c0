import type { FormDefinition } from '../../form/form-definition.js';
import type { FormNode } from '../../form/form-node.js';
import type { FormOverlay } from '../package-files.js';
import type { OpenItem } from '../service-package.js';
import { listTree, mapTree, names } from './form-tree.js';
import { misfit, type OverlayResult } from './overlay-result.js';

type Setting = 'labels' | 'help' | 'widgets' | 'autocomplete' | 'initial';

/** Which member of a node an overlay section sets. */
const member: Readonly<Record<Setting, string>> = {
  labels: 'label',
  help: 'help',
  widgets: 'widget',
  autocomplete: 'autocomplete',
  initial: 'initial',
};

const fits = (setting: Setting, node: FormNode): boolean => node.kind === 'field' || setting === 'labels' || setting === 'help';

/** Sets labels, help, widgets, autocomplete and initial values. The longer key wins: a path over an id. */
export function relabel(form: FormDefinition, overlay: FormOverlay): OverlayResult {
  const openItems: OpenItem[] = [];
  let { children } = form;
  for (const setting of Object.keys(member) as Setting[]) {
    const entries = Object.entries(overlay[setting] ?? {}).sort(([a], [b]) => a.length - b.length);
    const placed = listTree(children);
    for (const [key] of entries) {
      if (placed.some(({ path, node }) => names(key, path) && fits(setting, node))) continue;
      openItems.push(misfit(key, `Der Eintrag unter ${setting} passt zu keinem Element des Schemas und bleibt ohne Wirkung.`));
    }
    children = mapTree(children, (node, path) => {
      if (!fits(setting, node)) return node;
      const value = entries.findLast(([key]) => names(key, path))?.[1];
      return value === undefined ? node : { ...node, [member[setting]]: value };
    });
  }
  return { form: { ...form, children }, openItems, problems: [] };
}
