import type { FormPost, PageInstance } from '@serviceportal/form-engine';
import { answerPage } from '../applications/answer.js';
import { removeFile } from '../applications/remove-file.js';
import { seeOther } from '../security/see-other.js';
import { showPage } from './form-page.js';
import { commandOf, gone, leadOn, searchesIn } from './posted.js';
import type { Posted } from './posted.js';

/** Keeps the answers and leads on, or shows the page again. */
export async function postQuestions(posted: Posted, here: PageInstance): Promise<void> {
  const { portal, request, response, visit, fields, uploads, context } = posted;
  const command = commandOf(fields);
  const shown = { draft: posted.draft, before: context.evaluation, here, list: command.list };
  const answered = await answerPage(portal.office, visit, shown, fields, uploads);
  if (!answered) throw gone();
  const { draft, page, outcome } = answered;
  const searches = searchesIn(fields);
  const after = { ...context, evaluation: answered.evaluation };
  if (page && outcome.kind === 'list-changed') {
    response.status(409);
    return showPage(
      portal,
      request,
      response,
      { draft, context: after, here: page },
      { rejected: typed(fields), searches, listChanged: true },
    );
  }
  if (command.remove !== null) {
    await removeFile(portal.office, visit, draft, command.remove, command.list);
    return seeOther(response, context.links.page(here));
  }
  if ((command.add !== null || command.search !== null) && page) {
    // One more input, or matches of a search: what was typed stays, also where it is not right yet; nobody is told off for it now.
    const rejected = outcome.kind === 'mistakes' ? outcome.rejected : {};
    const state = { oneMore: command.add, searched: command.search, searches, rejected };
    return showPage(portal, request, response, { draft, context: after, here: page }, state);
  }
  if (page && outcome.kind === 'mistakes') {
    response.status(422);
    const { messages, rejected } = outcome;
    return showPage(portal, request, response, { draft, context: after, here: page }, { messages, rejected, searches });
  }
  if (page && outcome.kind === 'more-questions') {
    return showPage(portal, request, response, { draft, context: after, here: page }, { moreQuestions: true, searches });
  }
  leadOn(response, after, here);
}

const datePart = /\.(day|month|year)$/;

/** Everything that was typed, by the name of the question: a date is one, though it comes in three parts. */
function typed(fields: FormPost): Record<string, string> {
  const all: Record<string, string> = {};
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : (value?.[0] ?? '');
  };
  for (const key of Object.keys(fields)) {
    const name = key.replace(datePart, '');
    all[name] ??= name === key ? text(key) : ['day', 'month', 'year'].map((part) => text(`${name}.${part}`)).join('.');
  }
  return all;
}
