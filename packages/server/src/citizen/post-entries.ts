import { checkPage, entryPlace, findPage, firstStep, pageAddress } from '@serviceportal/form-engine';
import type { EntriesPage, FormContext, PageInstance } from '@serviceportal/form-engine';
import { changeEntries } from '../applications/change-entries.js';
import type { EntryChange } from '../applications/change-entries.js';
import { seeOther } from '../security/see-other.js';
import { formContext } from './citizen-request.js';
import { showPage } from './form-page.js';
import { commandOf, gone, leadOn } from './posted.js';
import type { Posted } from './posted.js';

/** Adds, removes or moves an entry, or leads on. */
export async function postEntries(posted: Posted, here: PageInstance & { page: EntriesPage }): Promise<void> {
  const { portal, request, response, visit, draft, fields, context } = posted;
  const { list, ...command } = commandOf(fields);
  const change = changeOf(command);
  if (change) {
    const result = await changeEntries(portal.office, visit, draft, here, list, change);
    if (!result) throw gone();
    const after = formContext(portal, result.draft, context.changing);
    if (!isThere(after, here)) throw gone();
    if (!result.changed) {
      response.status(409);
      return showPage(portal, request, response, { draft: result.draft, context: after, here }, { listChanged: true });
    }
    if (change.kind === 'add') return seeOther(response, after.links.page(newEntry(after, here)));
    const place = change.kind === 'move' ? change.to : Math.max(0, change.index - 1);
    return seeOther(response, entryPlace(after.links.page(here), place));
  }
  const messages = checkPage(context.form, context.evaluation, here, context.wording);
  if (messages.length > 0) {
    response.status(422);
    return showPage(portal, request, response, { draft, context, here }, { messages });
  }
  leadOn(response, context, here);
}

function changeOf({ add, remove, up, down }: Omit<ReturnType<typeof commandOf>, 'list'>): EntryChange | null {
  if (add !== null) return { kind: 'add' };
  if (remove !== null) return { kind: 'remove', index: indexOf(remove) };
  if (up !== null) return { kind: 'move', index: indexOf(up), to: indexOf(up) - 1 };
  return down === null ? null : { kind: 'move', index: indexOf(down), to: indexOf(down) + 1 };
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
