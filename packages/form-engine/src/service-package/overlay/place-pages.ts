import type { FormDefinition, PageDefinition } from '../../form/form-definition.js';
import { reservedSlugs } from '../../form/pages-of.js';
import type { PackageProblem } from '../package-error.js';
import type { OpenItem } from '../service-package.js';
import { listTree, type PlacedNode } from './form-tree.js';
import { misfit, refused, type OverlayResult } from './overlay-result.js';

const within = (path: string, group: string): boolean => path === group || path.startsWith(`${group}/`);

/** Checks the pages against the form: every element stands once, none gets lost. */
export function placePages(form: FormDefinition, asked: readonly PageDefinition[] | undefined): OverlayResult {
  if (!asked) return { form, openItems: [], problems: [] };
  const openItems: OpenItem[] = [];
  const problems: PackageProblem[] = [];
  const elements = new Map<string, PlacedNode>(listTree(form.children).map((placed) => [placed.path, placed]));
  const taken: string[] = [];

  function accepts(page: PageDefinition, path: string): boolean {
    const element = elements.get(path);
    if (!element) {
      openItems.push(misfit(path, `Die Seite „${page.slug}“ nennt ein Element, das es im Schema nicht gibt. Nennen Sie den vollen Pfad.`));
      return false;
    }
    if (element.around.some(({ max }) => max !== 1)) {
      problems.push(
        refused(
          path,
          'Das Element liegt in einer Gruppe mit mehreren Einträgen. Nennen Sie auf der Seite die Gruppe.',
          'The element is in a group with several entries. Name the group on the page.',
        ),
      );
    }
    if (taken.some((other) => within(path, other) || within(other, path))) {
      problems.push(
        refused(
          path,
          `Das Element steht auf zwei Seiten, auch auf „${page.slug}“. Nennen Sie es nur einmal.`,
          `The element is on two pages, also on “${page.slug}”. Name it only once.`,
        ),
      );
    }
    taken.push(path);
    return true;
  }

  const pages = asked
    .map((page) => ({ ...page, elements: page.elements.filter((path) => accepts(page, path)) }))
    .filter((page) => page.elements.length > 0);
  for (const { path, node } of elements.values()) {
    if (node.kind !== 'field' || node.hidden || taken.some((group) => within(path, group))) continue;
    openItems.push(
      misfit(path, `„${node.label}“ steht auf keiner Seite und wird am Ende auf einer eigenen gefragt. Nennen Sie es auf einer Seite.`),
    );
  }
  const slugs = pages.map(({ slug }) => slug);
  for (const slug of new Set(slugs.filter((one, index) => slugs.indexOf(one) !== index))) {
    problems.push(
      refused(
        slug,
        'Zwei Seiten haben denselben slug. Jede Seite braucht einen eigenen.',
        'Two pages have the same slug. Each page needs its own.',
      ),
    );
  }
  for (const slug of slugs.filter((one) => reservedSlugs.includes(one))) {
    problems.push(
      refused(
        slug,
        'Diese Adresse braucht das Portal selbst. Wählen Sie einen anderen slug.',
        'The portal needs this address for itself. Choose another slug.',
      ),
    );
  }
  return { form: { ...form, pages }, openItems, problems };
}
