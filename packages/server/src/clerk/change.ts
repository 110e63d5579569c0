import { applicationEvents, LifecycleError } from '@serviceportal/form-engine';
import type { ApplicationEventType } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { changeState } from '../applications/change-state.js';
import { withdraw } from '../applications/dialogue.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { requireCase } from './case.js';
import { clerkOf } from './clerk-request.js';

function isEvent(value: unknown): value is ApplicationEventType {
  return typeof value === 'string' && Object.hasOwn(applicationEvents, value);
}

/** `POST /amt/vorgang/:id/stand`: `ereignis`, or `entscheidung` with one of the package's decisions. */
export function changeCase(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { row, service } = await requireCase(portal, request);
    const body = request.body as Record<string, unknown>;
    const decision = service.package.workflow.decisions.find(({ key }) => key === body['entscheidung']);
    const event = decision ? 'decide' : body['ereignis'];
    // A question has a text: `ask.ts`.
    if (!isEvent(event) || event === 'request-information') throw notFound('The event');
    if (event === 'decide' && !decision && service.package.workflow.decisions.length > 0) throw notFound('The event');
    try {
      const data: Record<string, string> = decision ? { decision: decision.label } : {};
      const by = { actor: 'clerk', account: clerkOf(response).username } as const;
      await (event === 'withdraw' ? withdraw(portal.office, row, by) : changeState(portal.office, row.id, event, by, data));
    } catch (error) {
      // Somebody else was faster: the case is shown as it is now.
      if (!(error instanceof LifecycleError)) throw error;
    }
    seeOther(response, `/amt/vorgang/${row.id}?geaendert`);
  };
}
