import type { FormDefinition } from '../../form/form-definition.js';
import type { FormOverlay } from '../package-files.js';
import { refuse, type PackageProblem } from '../package-error.js';
import type { OpenItem } from '../service-package.js';
import { addElements } from './add-elements.js';
import { checkInitials } from './check-initials.js';
import { hideElements } from './hide-elements.js';
import { placePrefill } from './place-prefill.js';
import { placePages } from './place-pages.js';
import { relabel } from './relabel.js';
import { reorder } from './reorder.js';
import type { OverlayResult } from './overlay-result.js';

/**
 * Lays an overlay over a form. Entries that fit nothing become open items of the kind `overlay`, so that a package
 * survives an update of its FIM schema.
 * @throws PackageError `package-overlay` for what would break the service, e.g. a hidden required field without value
 */
export function applyOverlay(base: FormDefinition, overlay: FormOverlay): { form: FormDefinition; openItems: OpenItem[] } {
  const { form, openItems, problems } = layOver(base, overlay);
  refuse(problems);
  return { form, openItems };
}

/** The same without refusing: what would break the service is listed in `problems`. */
export function layOver(
  base: FormDefinition,
  overlay: FormOverlay,
): { form: FormDefinition; openItems: OpenItem[]; problems: PackageProblem[] } {
  const openItems: OpenItem[] = [];
  const problems: PackageProblem[] = [];
  let form = base;
  function step(result: OverlayResult): void {
    form = result.form;
    openItems.push(...result.openItems);
    problems.push(...result.problems);
  }
  step(addElements(form, overlay.add ?? []));
  step(relabel(form, overlay));
  step(placePrefill(form, overlay.prefill ?? {}));
  step(hideElements(form, overlay.hide ?? []));
  step(reorder(form, overlay.order ?? {}));
  step(placePages(form, overlay.pages));
  if (overlay.each !== undefined) form = { ...form, each: overlay.each };
  problems.push(...checkInitials(form, overlay.initial ?? {}));
  return { form, openItems, problems };
}
