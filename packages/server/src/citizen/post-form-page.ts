import type { EntriesPage, PageInstance } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { openUploads } from '../applications/uploads.js';
import type { Portal } from '../portal.js';
import { formContext, isChanging, requireDraft } from './citizen-request.js';
import { requirePage } from './form-page.js';
import { postEntries } from './post-entries.js';
import { postQuestions } from './post-questions.js';
import { commandOf } from './posted.js';
import { receivePost } from './receive-post.js';
import { showAgain } from './show-again.js';

/**
 * `POST /antrag/:id/:page[/:instance]`: keeps the answers and leads on (303), or shows the page with its mistakes (422) or
 * because another tab changed its list (409). With `_show` the page is only shown again for the answers in the post.
 */
export function postFormPage(portal: Portal): RequestHandler {
  const { check } = portal.formTokens;
  return async (request, response) => {
    const { visit, draft } = await requireDraft(portal, request);
    const context = formContext(portal, draft, isChanging(request));
    const here = requirePage(request, context);
    const uploads = openUploads(portal.office, draft.id);
    try {
      const fields = await receivePost(request, uploads, portal.municipality.uploadLimit);
      check(request, response, () => undefined);
      const posted = { fields, uploads, portal, request, response, visit, draft, context };
      if (isEntries(here)) await postEntries(posted, here);
      else if (commandOf(fields).show) showAgain(posted, here);
      else await postQuestions(posted, here);
    } finally {
      await uploads.dropRest();
    }
  };
}

const isEntries = (here: PageInstance): here is PageInstance & { page: EntriesPage } => here.page.kind === 'entries';
