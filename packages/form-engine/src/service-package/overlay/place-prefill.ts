import type { FormDefinition } from '../../form/form-definition.js';
import type { FormNode } from '../../form/form-node.js';
import type { PackageProblem } from '../package-error.js';
import type { FormOverlay } from '../package-files.js';
import type { OpenItem } from '../service-package.js';
import { listTree, mapTree, names, type PlacedNode } from './form-tree.js';
import { misfit, refused, type OverlayResult } from './overlay-result.js';

type Prefill = NonNullable<FormOverlay['prefill']>[string];

/** Says which questions are about the person who applies: fields by what they ask, groups as a whole. The longer key wins. */
export function placePrefill(form: FormDefinition, entries: NonNullable<FormOverlay['prefill']>): OverlayResult {
  const openItems: OpenItem[] = [];
  const problems: PackageProblem[] = [];
  const sorted = Object.entries(entries).sort(([a], [b]) => a.length - b.length);
  const placed = listTree(form.children);
  for (const [key, value] of sorted) {
    const meant = placed.filter(({ path }) => names(key, path));
    if (meant.length === 0) {
      openItems.push(misfit(key, 'Der Eintrag unter prefill passt zu keinem Element des Schemas und bleibt ohne Wirkung.'));
    }
    problems.push(...meant.flatMap((one) => problemOf(one, value)));
  }
  const children = mapTree(form.children, (node, path) => {
    const value = sorted.findLast(([key]) => names(key, path))?.[1];
    return value === undefined ? node : withPrefill(node, value);
  });
  return { form: { ...form, children }, openItems, problems };
}

function withPrefill(node: FormNode, value: Prefill): FormNode {
  if (node.kind === 'group') return { ...node, about: value === 'applicant' ? 'applicant' : 'other' };
  return node.kind === 'field' && value !== 'applicant' ? { ...node, prefill: value } : node;
}

function problemOf({ path, node, around }: PlacedNode, value: Prefill): PackageProblem[] {
  if (value === 'none') return [];
  const what = `„${node.label}“`;
  const english = `“${node.label}”`;
  if (node.kind === 'note')
    return [
      refused(
        path,
        `${what} ist ein Hinweis; unter prefill stehen Fragen und Gruppen.`,
        `${english} is a note; questions and groups stand under prefill.`,
      ),
    ];
  if ([...around, node].some(({ max }) => max !== 1)) {
    return [
      refused(
        path,
        `${what} steht in einer Liste: Dort kann nichts vorausgefüllt werden.`,
        `${english} is in a list: nothing can be filled in there.`,
      ),
    ];
  }
  if (node.kind === 'group') {
    const fits = value === 'applicant';
    return fits
      ? []
      : [
          refused(
            path,
            `${what} ist eine Gruppe: Unter prefill steht für sie applicant oder none, nicht ${value}.`,
            `${english} is a group: under prefill it takes applicant or none, not ${value}.`,
          ),
        ];
  }
  if (value === 'applicant') {
    return [
      refused(
        path,
        `${what} ist ein Feld: Unter prefill steht, was es fragt, zum Beispiel family-name, nicht applicant.`,
        `${english} is a field: under prefill it takes what it asks, for example family-name, not applicant.`,
      ),
    ];
  }
  const fits = node.type !== 'file' && node.type !== 'boolean';
  return fits
    ? []
    : [
        refused(
          path,
          `${what} ist eine Datei oder eine Ja/Nein-Frage und kann nicht vorausgefüllt werden.`,
          `${english} is a file or a yes/no question and cannot be filled in.`,
        ),
      ];
}
