import { entriesPageView, findPage, pageAddress, questionPageView } from '@serviceportal/form-engine';
import type { EntriesPage, FormContext, PageInstance, PageState, QuestionPage } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import type { Draft } from '../applications/draft.js';
import { listState } from '../applications/list-state.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { formContext, isChanging, requireDraft, sendPage } from './citizen-request.js';

/** The page of the address, for the answers given so far. @throws PortalError if it is not part of the form just now */
export function requirePage(request: Request, context: FormContext): PageInstance {
  const { page, instance } = request.params;
  const found = findPage(context.form, context.evaluation, String(page), instance === undefined ? '' : String(instance));
  if (!found) throw notFound(`The page ${String(page)}`);
  return found;
}

/** `GET /antrag/:id/:page[/:instance]` */
export function formPage(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const context = formContext(portal, draft, isChanging(request));
    showPage(portal, request, response, { draft, context, here: requirePage(request, context) });
  };
}

/** A page of a draft, and what its view is made from. */
interface ShownPage {
  readonly draft: Draft;
  readonly context: FormContext;
  readonly here: PageInstance;
}

/** Shows a page of the form, after a post with its mistakes. */
export function showPage(
  portal: Portal,
  request: Request,
  response: Response,
  { draft, context, here }: ShownPage,
  change: Partial<PageState> = {},
): void {
  const part = Number(request.query['seite'] ?? 1) - 1;
  const state = { list: listState(draft.content, context.evaluation, here), part: Number.isSafeInteger(part) ? part : 0, ...change };
  const { language } = context.wording;
  const parts = {
    title: `${context.wording.page(here.page)} – ${context.serviceTitle}`,
    language,
    personal: true,
    script: true,
    service: draft.service,
    breadcrumb: [{ label: context.serviceTitle, href: context.links.before }],
  };
  if (isQuestions(here)) sendPage(portal, request, response, 'question-page', questionPageView(context, here, state), parts);
  else if (isEntries(here)) sendPage(portal, request, response, 'entries-page', entriesPageView(context, here, state), parts);
  else throw new Error(`Unknown kind of page: ${pageAddress(here)}`);
}

const isQuestions = (here: PageInstance): here is PageInstance & { page: QuestionPage } => here.page.kind === 'questions';
const isEntries = (here: PageInstance): here is PageInstance & { page: EntriesPage } => here.page.kind === 'entries';
