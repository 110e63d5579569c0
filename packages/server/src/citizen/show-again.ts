import { lockedNames, readPage } from '@serviceportal/form-engine';
import type { PageInstance } from '@serviceportal/form-engine';
import { listState } from '../applications/list-state.js';
import { requirePage, showPage } from './form-page.js';
import { commandOf, gone, searchesIn } from './posted.js';
import type { Posted } from './posted.js';

/** The page as it is asked for the answers in the post, with what was typed. Nothing is kept and nobody is told off. */
export function showAgain({ portal, request, response, draft, fields, context }: Posted, here: PageInstance): void {
  if (here.indices.length > 0 && listState(draft.content, context.evaluation, here) !== commandOf(fields).list) throw gone();
  const { answers, rejected } = readPage(
    context.form,
    context.evaluation,
    here,
    fields,
    context.wording,
    lockedNames(draft.content.prefilled),
  );
  const after = { ...context, evaluation: context.evaluation.after(answers) };
  showPage(
    portal,
    request,
    response,
    { draft, context: after, here: requirePage(request, after) },
    { rejected, searches: searchesIn(fields) },
  );
}
