import { addEntry, moveEntry, removeEntry } from '@serviceportal/form-engine';
import type { EntriesPage, PageInstance } from '@serviceportal/form-engine';
import type { VisitSecret } from '../storage/visit-keys.js';
import { changeDraft } from './change-draft.js';
import type { Draft } from './draft.js';
import { evaluateDraft } from './draft.js';
import { listState } from './list-state.js';
import type { Office } from './office.js';

export type EntryChange =
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'move'; readonly index: number; readonly to: number };

/**
 * Adds, removes or moves one entry of the list as the person saw it (`seen`). Not changed: the list has changed since, is full, or
 * has no such entry. Null: the draft is gone.
 */
export function changeEntries(
  office: Office,
  visit: VisitSecret,
  draft: Draft,
  here: PageInstance & { readonly page: EntriesPage },
  seen: string,
  change: EntryChange,
): ReturnType<typeof changeDraft> {
  const { group } = here.page;
  return changeDraft(office, visit, draft, (current) => {
    const { content } = current;
    const evaluation = evaluateDraft(office, current);
    if (listState(content, evaluation, here) !== seen) return null;
    const count = evaluation.count(group, here.indices);
    if (change.kind === 'add') {
      const full = group.node.max !== null && count >= group.node.max;
      return full ? null : { ...content, answers: addEntry(content.answers, group, here.indices) };
    }
    if (change.index >= count) return null;
    const at = [...here.indices, change.index];
    if (change.kind === 'move' && (change.to < 0 || change.to >= count)) return null;
    const answers = change.kind === 'move' ? moveEntry(content.answers, group, at, change.to) : removeEntry(content.answers, group, at);
    return { ...content, answers, removals: content.removals + 1 };
  });
}
