import type { VisitSecret } from '../storage/visit-keys.js';
import type { Content } from './content.js';
import type { Draft } from './draft.js';
import { openDraft, saveDraft } from './draft.js';
import type { Office } from './office.js';

/**
 * Changes a draft; where another tab was faster, the draft as it left it. `change` gives null where it does not fit (any more).
 * Null: the draft is gone.
 */
export async function changeDraft(
  office: Office,
  visit: VisitSecret,
  draft: Draft,
  change: (draft: Draft) => Content | null,
): Promise<{ readonly draft: Draft; readonly changed: boolean } | null> {
  for (let current: Draft | null = draft; current; current = await reopenDraft(office, visit, draft)) {
    const content = change(current);
    if (!content) return { draft: current, changed: false };
    const saved = await saveDraft(office, current, content);
    if (saved) return { draft: saved, changed: true };
  }
  return null;
}

/** The draft as it is now, in the language of this request. */
export async function reopenDraft(office: Office, visit: VisitSecret, { id, content }: Draft): Promise<Draft | null> {
  const newer = await openDraft(office, visit, id);
  return newer && { ...newer, content: { ...newer.content, language: content.language } };
}
