import type { Evaluation, PageInstance } from '@serviceportal/form-engine';
import { entriesOf } from '@serviceportal/form-engine';
import type { Content } from './content.js';

/**
 * Entries are addressed by their place in a list. A page says which state of the list it shows, so that what is sent from an
 * older one does not meet another entry. Adding or changing entries leaves the places of the others as they are.
 */
export function listState({ removals }: Content, evaluation: Evaluation, { page, indices }: PageInstance): string {
  return page.kind === 'entries' ? `${removals}-${entriesOf(evaluation, page, indices)}` : String(removals);
}
