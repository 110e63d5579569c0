import type { RequestHandler } from 'express';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { decide, decisions } from '../work/by-hand.js';
import { clerkOf } from './clerk-request.js';
import { deliveryHref } from './delivery-link.js';
import { requireDelivery, sendDelivery } from './delivery.js';

const longestNumber = 100;

/** `POST /amt/vorgang/:id/uebergabe/:delivery`: `entscheidung`, and with `confirm-arrival` the counterpart's `nummer`. */
export function decideDelivery(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { application, delivery } = await requireDelivery(portal, request);
    const { entscheidung, nummer } = request.body as Record<string, unknown>;
    const decision = decisions.find((known) => known === entscheidung);
    if (!decision) throw notFound('The decision');
    const number = typeof nummer === 'string' ? nummer.trim() : '';
    if (decision === 'confirm-arrival' && (number === '' || number.length > longestNumber)) {
      const error = `Bitte geben Sie die Nummer an, unter der der Vorgang beim Ziel zu finden ist, höchstens ${longestNumber} Zeichen.`;
      response.status(422);
      return sendDelivery(portal, request, response, application, delivery, error);
    }
    const done = await decide(portal.office, delivery, decision, clerkOf(response).username, number || null);
    seeOther(response, `${deliveryHref(delivery)}?${done ? 'entschieden' : 'ueberholt'}`);
  };
}
