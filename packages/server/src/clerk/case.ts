import { allowedEvents, answerSections, fileSize } from '@serviceportal/form-engine';
import type { CaseView, DeliveryView, FileAnswer, FileView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { openApplication } from '../applications/application.js';
import type { Application } from '../applications/application.js';
import { fileAnswers } from '../applications/content.js';
import { lettersOf } from '../applications/letters.js';
import type { Letter } from '../applications/letters.js';
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
import { needsDecision, stateOf } from '../work/delivery-state.js';
import { openCaseReason, openReason } from '../work/reason.js';
import { coSignatureViews, declarationViews } from './case-declarations.js';
import { clerkOf, sendDeskPage } from './clerk-request.js';
import { deliveryHref, targetLabel } from './delivery-link.js';
import { actionLabels, actorLabel, caseStateViews, deliveryViews, eventLabel, letterLabels } from './desk-text.js';

export async function requireCase(portal: Portal, request: Request): Promise<Application> {
  const row = await findApplication(portal.office.database, String(request.params['id']));
  if (!row) throw notFound('The case');
  return openApplication(portal.office, row);
}

/** `GET /amt/vorgang/:id`: answers in form order, files, hand-over, history. */
export function showCase(portal: Portal): RequestHandler {
  return async (request, response) => sendCase(portal, request, response, await requireCase(portal, request));
}

/** Shows a case, after a question that was not asked with the reason. */
export async function sendCase(
  portal: Portal,
  request: Request,
  response: Response,
  application: Application,
  { askError = null }: { readonly askError?: string | null } = {},
): Promise<void> {
  const { office } = portal;
  const { row } = application;
  const records = {
    deliveries: await deliveriesOf(office.database, [row.id]),
    events: await eventsOf(office.database, row.id),
    letters: await lettersOf(office, row),
  };
  const view = caseView(portal, application, records);
  const ask = view.ask && { ...view.ask, error: askError };
  const message = request.query['geaendert'] === undefined ? null : `Der Stand ist jetzt: ${view.state.label}.`;
  const errors = askError === null ? null : { errors: [{ label: askError, href: '#frage' }] };
  sendDeskPage(portal, request, response, 'case', { ...view, ask, message, errors }, row.reference, clerkOf(response));
}

interface Records {
  readonly deliveries: readonly DeliveryRow[];
  readonly events: readonly ApplicationEvent[];
  readonly letters: readonly Letter[];
}

function caseView(
  portal: Portal,
  { row, state, service, content, evaluation }: Application,
  { deliveries, events, letters }: Records,
): CaseView {
  const base = `/amt/vorgang/${row.id}`;
  const wording = service.wording('de');
  const { package: pkg } = service;
  const may = allowedEvents(state, 'clerk');
  return {
    reference: row.reference,
    serviceTitle: serviceWords(pkg, 'de').title,
    packageText: `${pkg.key} ${pkg.version}, ${pkg.digest.slice(0, 19)}…`,
    submittedAt: localTime(row.submitted_at),
    state: stateView(state, 'de'),
    actions: may
      .filter((event) => event !== 'request-information')
      .flatMap((event, index) => {
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
    ask: may.includes('request-information') ? { action: `${base}/frage`, error: null } : null,
    letters: letters.map(({ kind, at, text, files }) => ({
      heading: `${letterLabels[kind]} vom ${localTime(at)}`,
      text,
      files: files.map((file) => fileView(base, file)),
    })),
    answers: answerSections(
      { form: service.form, evaluation, wording, prefilled: content.prefilled ?? {} },
      { changeHref: () => null, fimIds: true },
    ),
    fees: feesOf(service, { evaluation, wording }),
    ...declarationViews(content.declared ?? []),
    coSignature: coSignatureViews(pkg, content.coSignature),
    attachments: fileAnswers(content.answers).map((file) => fileView(base, file)),
    documents: [{ label: 'Antrag (PDF)', href: `${base}/antrag.pdf` }],
    deliveries: deliveries.map((delivery) => deliveryView(portal, delivery)),
    events: events.map((event) => ({
      at: localTime(event.at),
      label: eventLabel(event.kind),
      actor: actorLabel(event.actor, (username) => portal.municipality.clerks.find(username)?.name ?? null),
      detail: detailOf(portal, event),
    })),
    message: null,
    errors: null,
  };
}

function fileView(base: string, { attachment, name, size, mediaType }: FileAnswer): FileView {
  return { name, href: `${base}/anlage/${attachment}`, size: fileSize(size), mediaType };
}

function deliveryView(portal: Portal, delivery: DeliveryRow): DeliveryView {
  const state = stateOf(delivery);
  return {
    target: targetLabel(portal, delivery),
    state: deliveryViews[state],
    caseState: delivery.case_state && caseStateViews[delivery.case_state],
    attempts: delivery.attempts,
    counterpartReference: delivery.counterpart_reference,
    detail: state === 'acknowledged' ? openCaseReason(portal.office, delivery) : detailOfDelivery(portal, delivery),
    more: { label: needsDecision(state) ? 'Bitte entscheiden' : 'Was wurde übergeben', href: deliveryHref(delivery) },
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
    typeof data['files'] === 'string' ? `Dateien: ${data['files']}` : null,
    data['counterpartReference'] ?? null,
    typeof data['sent'] === 'string' ? data['sent'] : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : null;
}
