import { applicationEvents, deliveryTransition, LifecycleError } from '@serviceportal/form-engine';
import type { ApplicationEventType } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { changeState } from '../applications/change-state.js';
import { withdraw } from '../applications/dialogue.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { findDelivery } from '../storage/deliveries.js';
import { appendEvent } from '../storage/events.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { stateOf } from '../work/hand-over.js';
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

/** `POST /amt/vorgang/:id/uebergabe/:delivery`: a person decides that it is sent again. `:delivery`: the end of its id. */
export function resend(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { row } = await requireCase(portal, request);
    const { office } = portal;
    const delivery = await findDelivery(office.database, `${row.id}.${String(request.params['delivery'])}`);
    if (!delivery) throw notFound('The delivery');
    const before = stateOf(delivery);
    if (before === 'needs-attention') {
      const at = office.clock.now().toISOString();
      await oneAtATime(office.database, row.id, async (transaction) => {
        const change = { state: deliveryTransition(before, 'resend'), attempts: 0, due_at: at, updated_at: at };
        const changed = await transaction
          .updateTable('deliveries')
          .set(change)
          .where('id', '=', delivery.id)
          .where('state', '=', before)
          .executeTakeFirst();
        if (changed.numUpdatedRows !== 1n) return;
        const actor = `clerk:${clerkOf(response).username}`;
        await appendEvent(transaction, row.id, { at, kind: 'delivery-resend', actor, data: { target: delivery.target } });
      });
      office.wake();
    }
    seeOther(response, `/amt/vorgang/${row.id}`);
  };
}
