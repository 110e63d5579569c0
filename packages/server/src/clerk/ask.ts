import { LifecycleError } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { askCitizen } from '../applications/dialogue.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { requireCase, sendCase } from './case.js';
import { clerkOf } from './clerk-request.js';

const longestText = 4000;

/** `POST /amt/vorgang/:id/frage`: asks the citizen `frage`; the case waits for the answer. */
export function ask(portal: Portal): RequestHandler {
  return async (request, response) => {
    const application = await requireCase(portal, request);
    const { frage } = request.body as Record<string, unknown>;
    const text = typeof frage === 'string' ? frage.replace(/\r\n/g, '\n').trim() : '';
    if (text === '' || text.length > longestText) {
      response.status(422);
      return sendCase(portal, request, response, application, {
        askError: `Bitte schreiben Sie eine Frage, höchstens ${longestText} Zeichen.`,
      });
    }
    try {
      await askCitizen(portal.office, application.row, clerkOf(response).username, text);
    } catch (error) {
      // Somebody else was faster: the case is shown as it is now.
      if (!(error instanceof LifecycleError)) throw error;
    }
    seeOther(response, `/amt/vorgang/${application.row.id}?geaendert`);
  };
}
