import type { Evaluation, FormPost, Message, PageInstance } from '@serviceportal/form-engine';
import { checkPage, findPage, lockedNames, pageAddress, readPage } from '@serviceportal/form-engine';
import type { VisitSecret } from '../storage/visit-keys.js';
import { attachUploads } from './attach.js';
import { reopenDraft } from './change-draft.js';
import type { Draft } from './draft.js';
import { evaluateDraft, saveDraft } from './draft.js';
import { listState } from './list-state.js';
import { askedOn, seenOn } from './newly-asked.js';
import type { Office } from './office.js';
import { dropUploads } from './upload.js';
import type { Uploads } from './uploads.js';

export interface AnsweredPage {
  readonly draft: Draft;
  readonly evaluation: Evaluation;
  /** The page after the answers: gone if they made it irrelevant. */
  readonly page: PageInstance | null;
  readonly outcome:
    | { readonly kind: 'complete' }
    /** The answers led to more questions on this page, which nobody has seen yet. */
    | { readonly kind: 'more-questions' }
    /** Nothing was kept: by the page's address another entry is meant since (`listState`). */
    | { readonly kind: 'list-changed' }
    | { readonly kind: 'mistakes'; readonly messages: readonly Message[]; readonly rejected: Readonly<Record<string, string>> };
}

/** The page that a post answers. */
export interface PostedPage {
  readonly draft: Draft;
  /** Of the draft, before the post. */
  readonly before: Evaluation;
  readonly here: PageInstance;
  /** The state of the list that the page showed (`listState`). */
  readonly list: string;
}

/**
 * Takes the answers of one page. Valid ones are kept even if others are not, so that nothing has to be typed twice. Null: the
 * draft or the page is gone.
 */
export async function answerPage(
  office: Office,
  visit: VisitSecret,
  { draft, before, here, list }: PostedPage,
  post: FormPost,
  uploads: Uploads,
): Promise<AnsweredPage | null> {
  const { form } = draft.service;
  const wording = draft.service.wording(draft.content.language);
  if (here.indices.length > 0 && listState(draft.content, before, here) !== list) {
    return { draft, evaluation: before, page: here, outcome: { kind: 'list-changed' } };
  }
  const reading = readPage(form, before, here, post, wording, lockedNames(draft.content.prefilled));
  // An answer of this very post may be what asks for a file.
  const read = before.after(reading.answers);
  const asking = [before, read];
  const attached = await attachUploads(asking, here, { ...draft.content, answers: reading.answers }, uploads, wording);
  const evaluation = read.after(attached.content.answers);
  const saved = await saveDraft(office, draft, attached.content);
  if (!saved) return again();
  uploads.keep(Object.keys(attached.content.files));
  await dropUploads(office, attached.dropped);

  const page = findPage(form, evaluation, here.page.slug, addressOf(here));
  const rejected = [...reading.messages, ...attached.messages];
  if (!page) return { draft: saved, evaluation, page, outcome: { kind: 'complete' } };
  const seen = seenOn(here, before, post);
  const missing = checkPage(form, evaluation, page, wording).filter(({ name }) => !rejected.some((message) => message.name === name));
  const known = missing.filter(({ name, code }) => code !== 'required' || seen.has(withoutIndex(name)));
  if (rejected.length > 0 || known.length > 0) {
    const messages = inOrder([...rejected, ...known]);
    return { draft: saved, evaluation, page, outcome: { kind: 'mistakes', messages, rejected: reading.rejected } };
  }
  const more = [...askedOn(page, evaluation)].some((name) => !seen.has(name));
  return { draft: saved, evaluation, page, outcome: { kind: more ? 'more-questions' : 'complete' } };

  /** Another tab was faster: its answers stay, ours are put on top. */
  async function again(): Promise<AnsweredPage | null> {
    const newer = await reopenDraft(office, visit, draft);
    if (!newer) return null;
    const now = evaluateDraft(office, newer);
    const place = findPage(form, now, here.page.slug, addressOf(here));
    return place && answerPage(office, visit, { draft: newer, before: now, here: place, list }, post, uploads);
  }
}

const addressOf = (here: PageInstance): string => pageAddress(here).split('/')[1] ?? '';

/** `F3[0]` → `F3`: a missing first answer of a list is asked where the list is. */
const withoutIndex = (name: string): string => name.replace(/\[\d+\]$/, '');

const inOrder = (messages: readonly Message[]): Message[] => [...messages].sort((a, b) => a.position.index - b.position.index);
