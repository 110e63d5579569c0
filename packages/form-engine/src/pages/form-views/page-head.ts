import { previousPage, progressOf } from '../../form/navigation.js';
import type { PageInstance } from '../../form/page.js';
import { uiText } from '../texts/ui-text.js';
import type { ElementText, ProgressView } from '../views.js';
import { entryText } from './element-text.js';
import type { FormContext } from './form-context.js';

export function progressView({ form, evaluation, wording }: FormContext, here: PageInstance): ProgressView | null {
  const { step, steps } = progressOf(form, evaluation, here);
  return steps > 1 && step > 0 ? { step, steps, text: uiText(wording.language, 'form.progress', { step, steps }) } : null;
}

export function backHref({ form, evaluation, links, changing }: FormContext, here: PageInstance): string {
  if (changing && !here.page.within) return links.check;
  const before = previousPage(form, evaluation, here);
  return before ? links.page(before) : links.before;
}

/** "Hund 2" above the pages of an entry, unless it is the only one. */
export function captionOf({ evaluation, wording }: FormContext, { page, indices }: PageInstance): ElementText | null {
  const entry = indices.at(-1);
  if (!page.within || entry === undefined) return null;
  const { group } = page.within;
  return group.node.max === 1 && evaluation.count(group, indices.slice(0, -1)) <= 1 ? null : entryText(group, entry, wording);
}
