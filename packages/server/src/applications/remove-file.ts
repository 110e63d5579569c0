import { parseInstanceName, readAnswer, setAnswer } from '@serviceportal/form-engine';
import type { VisitSecret } from '../storage/visit-keys.js';
import { changeDraft } from './change-draft.js';
import { isFileAnswer } from './content.js';
import type { Draft } from './draft.js';
import type { Office } from './office.js';
import { dropUploads } from './upload.js';

/**
 * Removes an uploaded file. `name`: the input it was uploaded with; anything else changes nothing. In a list of files the page
 * has to show the list as it is (`seen`): the next file takes the place, and so the name, of a removed one.
 */
export async function removeFile(office: Office, visit: VisitSecret, draft: Draft, name: string, seen: string): Promise<void> {
  const question = parseInstanceName(draft.service.form, name);
  if (!question) return;
  const { position, indices } = question;
  let removed: string[] = [];
  const result = await changeDraft(office, visit, draft, ({ content }) => {
    const answer = readAnswer(content.answers, position, indices);
    if (answer === null || !isFileAnswer(answer)) return null;
    if (position.repeated && seen !== String(content.removals)) return null;
    removed = [answer.attachment];
    const answers = setAnswer(content.answers, position, indices, undefined);
    const files = Object.fromEntries(Object.entries(content.files).filter(([attachment]) => attachment !== answer.attachment));
    return { ...content, answers, files, removals: content.removals + (position.repeated ? 1 : 0) };
  });
  if (result?.changed) await dropUploads(office, removed);
}
