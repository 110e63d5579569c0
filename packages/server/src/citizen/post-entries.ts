import { checkPage, findPage, firstStep, pageAddress } from '@serviceportal/form-engine';
import type { EntriesPage, FormContext, PageInstance } from '@serviceportal/form-engine';
import { changeEntries } from '../applications/change-entries.js';
import type { EntryChange } from '../applications/change-entries.js';
import { formContext } from './citizen-request.js';
import { showPage } from './form-page.js';
import { commandOf, gone, leadOn } from './posted.js';
import type { Posted } from './posted.js';

/** Adds or removes an entry, or leads on. */
export async function postEntries(posted: Posted, here: PageInstance & { page: EntriesPage }): Promise<void> {
  const { portal, request, response, visit, draft, fields, context } = posted;
  const { add, remove, list } = commandOf(fields);
  if (add !== null || remove !== null) {
    const change: EntryChange = add !== null ? { kind: 'add' } : { kind: 'remove', index: indexOf(remove) };
    const result = await changeEntries(portal.office, visit, draft, here, list, change);
    if (!result) throw gone();
    const after = formContext(portal, result.draft);
    if (!isThere(after, here)) throw gone();
    if (!result.changed) {
      response.status(409);
      return showPage(portal, request, response, { draft: result.draft, context: after, here }, { listChanged: true });
    }
    return response.redirect(303, after.links.page(add !== null ? newEntry(after, here) : here));
  }
  const messages = checkPage(context.form, context.evaluation, here, context.wording);
  if (messages.length > 0) {
    response.status(422);
    return showPage(portal, request, response, { draft, context, here }, { messages });
  }
  leadOn(response, context, here);
}

/** Where the entry that was just added begins. */
function newEntry(context: FormContext, here: PageInstance & { page: EntriesPage }): PageInstance {
  const last = context.evaluation.count(here.page.group, here.indices) - 1;
  const pages = here.page.pages.map((page) => ({ page, indices: [...here.indices, last] }));
  const first = pages.find((inner) => isThere(context, inner));
  return first ? firstStep(context.evaluation, first) : here;
}

const isThere = ({ form, evaluation }: FormContext, here: PageInstance): boolean =>
  findPage(form, evaluation, here.page.slug, pageAddress(here).split('/')[1] ?? '') !== null;

const indexOf = (text: string | null): number => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : Infinity);
