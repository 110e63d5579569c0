import { compileRules } from '../rules/compile-rules.js';
import type { FormDefinition } from './form-definition.js';
import type { Form, Position } from './form.js';
import { pagesOf } from './pages-of.js';
import type { Page } from './page.js';
import { positionsOf } from './positions.js';

function pagesBySlug(pages: readonly Page[], found = new Map<string, Page>()): Map<string, Page> {
  for (const page of pages) {
    found.set(page.slug, page);
    if (page.kind === 'entries') pagesBySlug(page.pages, found);
  }
  return found;
}

/** Makes a form ready to run. Done once for a package digest; the result is shared by all requests. */
export function compileForm(definition: FormDefinition): Form {
  const { positions, roots } = positionsOf(definition.children);
  const byPath = new Map<string, Position>(positions.map((position) => [position.path, position]));
  const pages = pagesOf(definition, roots, byPath);
  return {
    definition,
    positions,
    roots,
    byPath,
    pages,
    pageBySlug: pagesBySlug(pages),
    rules: compileRules(definition.rules, positions, byPath),
  };
}
