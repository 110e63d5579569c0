import { fileSize } from '@serviceportal/form-engine';
import type { DecisionView, DeliveryPageView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import type { Application } from '../applications/application.js';
import { localTime } from '../citizen/local-time.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { findDelivery } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { attemptsOf } from '../storage/delivery-attempts.js';
import type { AttemptRow } from '../storage/delivery-attempts.js';
import { never } from '../storage/tables.js';
import { findTarget } from '../storage/targets.js';
import { decisions, mayDecide } from '../work/by-hand.js';
import { stateOf } from '../work/delivery-state.js';
import { openCaseReason, openReason } from '../work/reason.js';
import { openContent } from '../work/sent-content.js';
import { requireCase } from './case.js';
import { clerkOf, sendDeskPage } from './clerk-request.js';
import { deliveryHref, targetLabel } from './delivery-link.js';
import { decisionText, explanations, outcomeLabel, stepLabels } from './delivery-text.js';
import { caseStateViews, deliveryViews } from './desk-text.js';

export async function requireDelivery(portal: Portal, request: Request): Promise<{ application: Application; delivery: DeliveryRow }> {
  const application = await requireCase(portal, request);
  const delivery = await findDelivery(portal.office.database, `${application.row.id}.${String(request.params['delivery'])}`);
  if (!delivery) throw notFound('The delivery');
  return { application, delivery };
}

/** `GET /amt/vorgang/:id/uebergabe/:delivery`: what was handed over, how it went, and what a clerk may decide. */
export function showDelivery(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { application, delivery } = await requireDelivery(portal, request);
    await sendDelivery(portal, request, response, application, delivery);
  };
}

/** Shows a delivery; `numberError`: why a decision was not carried out. */
export async function sendDelivery(
  portal: Portal,
  request: Request,
  response: Response,
  application: Application,
  delivery: DeliveryRow,
  numberError: string | null = null,
): Promise<void> {
  const { office } = portal;
  const { reference } = application.row;
  const state = stateOf(delivery);
  const href = deliveryHref(delivery);
  const files = openContent(office, application.row, delivery)?.files ?? [];
  const view: DeliveryPageView = {
    reference,
    target: targetLabel(portal, delivery),
    state: deliveryViews[state],
    explanation: explanations[state],
    facts: await factsOf(portal, delivery),
    action: href,
    decisions: decisionViews(portal, delivery, numberError),
    files: files.map(({ name, mediaType, size, sha256 }, index) => {
      return { name, mediaType, size: fileSize(size), sha256, href: `${href}/datei/${index + 1}` };
    }),
    attempts: (await attemptsOf(office.database, delivery.id)).map(attemptView),
    message: messageOf(request),
    errors: numberError === null ? null : { errors: [{ label: numberError, href: '#nummer' }] },
  };
  const way = [{ label: reference, href: `/amt/vorgang/${application.row.id}` }];
  sendDeskPage(portal, request, response, 'delivery', view, `${view.target}, ${reference}`, clerkOf(response), way);
}

function messageOf({ query }: Request): string | null {
  if (query['entschieden'] !== undefined) return 'Ihre Entscheidung ist vermerkt.';
  return query['ueberholt'] === undefined ? null : 'Das ist nicht mehr möglich. Die Übergabe ist inzwischen weiter.';
}

async function factsOf({ office }: Portal, delivery: DeliveryRow): Promise<DeliveryPageView['facts']> {
  const time = (instant: string | null | undefined): string | null => (instant ? localTime(instant) : null);
  const target = await findTarget(office.database, delivery.target);
  const open = delivery.state !== 'acknowledged';
  const facts: readonly (readonly [string, string | null])[] = [
    ['Nummer beim Ziel', delivery.counterpart_reference],
    ['Bestätigt', time(delivery.acknowledged_at)],
    ['Stand beim Ziel', delivery.case_state && caseStateViews[delivery.case_state].label],
    ['Stand vom', time(delivery.case_at)],
    ['Begründung des Ziels', openCaseReason(office, delivery)],
    ['Letzte Meldung', open ? delivery.last_error : null],
    ['Worte des Ziels', open ? openReason(office, delivery) : null],
    ['Nächster Versuch', open && delivery.due_at < never ? time(delivery.due_at) : null],
    ['Ziel antwortet nicht seit', open ? time(target?.paused_since) : null],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function decisionViews({ office, connectors }: Portal, delivery: DeliveryRow, numberError: string | null): DecisionView[] {
  const state = stateOf(delivery);
  const steps = connectors.get(delivery.target)?.steps ?? [];
  const next = steps[steps.findIndex(({ name }) => name === delivery.done_step) + 1];
  const now = office.clock.now().toISOString();
  const makesSense = { resend: true, 'confirm-arrival': true, ask: next?.find !== undefined, 'start-over': delivery.done_step !== null };
  const possible = decisions.filter((decision) => makesSense[decision] && mayDecide(delivery, decision, now));
  return possible.map((decision, index) => ({
    value: decision,
    ...decisionText(
      decision,
      state,
      steps.every(({ find }) => find !== undefined),
    ),
    // Sending again what may have arrived is no first choice.
    primary: index === 0 && state !== 'unclear',
    number:
      decision === 'confirm-arrival'
        ? { label: 'Nummer beim Ziel', hint: 'Unter dieser Nummer ist der Vorgang dort zu finden.', error: numberError }
        : null,
  }));
}

function attemptView({ number, step, asked, started_at, ended_at, outcome, message }: AttemptRow): DeliveryPageView['attempts'][number] {
  const what = step ? stepLabels[step] : 'Zusammenstellen';
  return {
    at: localTime(started_at),
    label: asked ? `Versuch ${number}: Nachfrage „${what}“` : `Versuch ${number}: ${what}`,
    outcome: outcomeLabel(ended_at && outcome),
    detail: message,
  };
}
