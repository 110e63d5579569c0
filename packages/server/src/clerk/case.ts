import { allowedEvents, answerSections, fileSize } from '@serviceportal/form-engine';
import type { CaseView, DeliveryView } from '@serviceportal/form-engine';
import type { Request, RequestHandler } from 'express';
import { openApplication } from '../applications/application.js';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import { localTime } from '../citizen/local-time.js';
import { feesOf } from '../citizen/overview.js';
import { serviceWords } from '../citizen/service-words.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { findApplication } from '../storage/applications.js';
import { deliveriesOf } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { eventsOf } from '../storage/events.js';
import type { ApplicationEvent } from '../storage/events.js';
import { stateView } from '../texts/state-text.js';
import { stateOf } from '../work/hand-over.js';
import { openReason } from '../work/reason.js';
import { clerkOf, sendDeskPage } from './clerk-request.js';
import { actionLabels, actorLabel, deliveryViews, eventLabel } from './desk-text.js';

export async function requireCase(portal: Portal, request: Request): Promise<Application> {
  const row = await findApplication(portal.office.database, String(request.params['id']));
  if (!row) throw notFound('The case');
  return openApplication(portal.office, row);
}

/** `GET /amt/vorgang/:id`: answers in form order, files, hand-over, history. */
export function showCase(portal: Portal): RequestHandler {
  return async (request, response) => {
    const application = await requireCase(portal, request);
    const { database } = portal.office;
    const { row } = application;
    const view = caseView(portal, application, await deliveriesOf(database, [row.id]), await eventsOf(database, row.id));
    const message = request.query['geaendert'] === undefined ? null : `Der Stand ist jetzt: ${view.state.label}.`;
    sendDeskPage(portal, request, response, 'case', { ...view, message }, row.reference, clerkOf(response));
  };
}

function caseView(
  portal: Portal,
  { row, state, service, content, evaluation }: Application,
  deliveries: readonly DeliveryRow[],
  events: readonly ApplicationEvent[],
): CaseView {
  const base = `/amt/vorgang/${row.id}`;
  const wording = service.wording('de');
  const { package: pkg } = service;
  return {
    reference: row.reference,
    serviceTitle: serviceWords(pkg, 'de').title,
    packageText: `${pkg.key} ${pkg.version}, ${pkg.digest.slice(0, 19)}…`,
    submittedAt: localTime(row.submitted_at),
    state: stateView(state, 'de'),
    actions: allowedEvents(state, 'clerk').flatMap((event, index) => {
      const common = { action: `${base}/stand`, primary: index === 0 };
      if (event !== 'decide' || pkg.workflow.decisions.length === 0) {
        return [{ ...common, label: actionLabels[event], name: 'ereignis', value: event }];
      }
      return pkg.workflow.decisions.map(({ key, label }) => ({
        ...common,
        label: `Entscheiden: ${label}`,
        name: 'entscheidung',
        value: key,
      }));
    }),
    answers: answerSections({ form: service.form, evaluation, wording }, { changeHref: () => null, fimIds: true }),
    fees: feesOf(service, { evaluation, wording }),
    attachments: fileAnswers(content.answers).map((file) => ({
      name: file.name,
      href: `${base}/anlage/${file.attachment}`,
      size: fileSize(file.size),
      mediaType: file.mediaType,
    })),
    documents: [{ label: 'Antrag (PDF)', href: `${base}/antrag.pdf` }],
    deliveries: deliveries.map((delivery) => deliveryView(portal, base, delivery)),
    events: events.map((event) => ({
      at: localTime(event.at),
      label: eventLabel(event.kind),
      actor: actorLabel(event.actor, (username) => portal.municipality.clerks.find(username)?.name ?? null),
      detail: detailOf(portal, event),
    })),
    message: null,
  };
}

function deliveryView(portal: Portal, base: string, delivery: DeliveryRow): DeliveryView {
  const state = stateOf(delivery);
  return {
    target: portal.municipality.target(delivery.target)?.label ?? delivery.target,
    state: deliveryViews[state],
    attempts: delivery.attempts,
    counterpartReference: delivery.counterpart_reference,
    detail: state === 'acknowledged' ? null : detailOfDelivery(portal, delivery),
    retryAction: state === 'needs-attention' ? `${base}/uebergabe/${delivery.target}` : null,
  };
}

/** Our words, then those of the counterpart. */
function detailOfDelivery(portal: Portal, delivery: DeliveryRow): string | null {
  const parts = [delivery.last_error, openReason(portal.office, delivery)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' – ') : null;
}

function detailOf(portal: Portal, { data }: ApplicationEvent): string | null {
  const target = data['target'];
  const parts = [
    typeof target === 'string' ? (portal.municipality.target(target)?.label ?? target) : null,
    data['decision'] ?? null,
    data['counterpartReference'] ?? null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : null;
}
