import { uiText } from '@serviceportal/form-engine';
import type { ApplicationState, Language, StatusView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { stateOf } from '../applications/application.js';
import { applicationByCode, ownApplication } from '../applications/look-up.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import type { ApplicationRow } from '../storage/applications.js';
import { eventsOf } from '../storage/events.js';
import type { ApplicationEvent } from '../storage/events.js';
import { portalText } from '../texts/portal-text.js';
import { stateExplanation, stateView } from '../texts/state-text.js';
import { requireVisit, sendPage } from './citizen-request.js';
import { forgetAddress } from './forget-device.js';
import { languageOf } from './language.js';
import { localTime } from './local-time.js';
import { serviceWords } from './service-words.js';
import { showLookup } from './status-lookup.js';

/** `GET /antrag/:id/stand`: how the application of this browser stands. */
export function ownStatus(portal: Portal): RequestHandler {
  return async (request, response) => {
    const own = await ownApplication(portal.office, requireVisit(portal, request), String(request.params['id']));
    if (!own) throw new PortalError('draft-unknown', 404, 'There is no application with this id for this visit');
    const { row } = own;
    const documents = [
      { label: uiText(languageOf(request, portal.cookies), 'submitted.pdf'), href: `/antrag/${row.id}/antrag.pdf` },
      { label: uiText(languageOf(request, portal.cookies), 'submitted.receipt'), href: `/antrag/${row.id}/quittung.pdf` },
    ];
    await showStatus(portal, request, response, row, { documents, forgetAction: forgetAddress });
  };
}

/** `POST /status`: with reference number and Abrufcode, from any device. Shows no answers. */
export function statusByCode(portal: Portal): RequestHandler {
  return async (request, response) => {
    const body = request.body as Record<string, unknown> | undefined;
    const [reference, code] = [body?.['reference'], body?.['code']].map((value) => (typeof value === 'string' ? value.slice(0, 60) : ''));
    const row = await applicationByCode(portal.office, reference ?? '', code ?? '');
    if (row) return showStatus(portal, request, response, row, { documents: [], forgetAction: null });
    response.status(422);
    showLookup(portal, request, response, { reference: reference ?? '', failed: true });
  };
}

async function showStatus(
  portal: Portal,
  request: Request,
  response: Response,
  row: ApplicationRow,
  ownParts: Pick<StatusView, 'documents' | 'forgetAction'>,
): Promise<void> {
  const language = languageOf(request, portal.cookies);
  const service = await portal.office.services.byDigest(row.package_digest);
  const state = stateOf(row);
  const view: StatusView = {
    serviceTitle: service ? serviceWords(service.package, language).title : row.package_key,
    reference: row.reference,
    submittedAt: localTime(row.submitted_at),
    state: stateView(state, language),
    explanation: stateExplanation(state, language),
    steps: stepsOf(state, await eventsOf(portal.office.database, row.id), language),
    ...ownParts,
  };
  sendPage(portal, request, response, 'status', view, { title: portalText(language, 'statusLookup'), language, personal: true });
}

const way: readonly ApplicationState[] = ['submitted', 'received', 'in-review', 'decided', 'closed'];

/** What happened, then what is still ahead on the usual way. */
function stepsOf(state: ApplicationState, events: readonly ApplicationEvent[], language: Language): StatusView['steps'] {
  const past = events.flatMap((event) => {
    const reached = event.data['state'];
    return typeof reached === 'string' ? [{ state: reached as ApplicationState, at: event.at }] : [];
  });
  const done = past.map((step, index) => ({
    label: stateView(step.state, language).label,
    at: localTime(step.at),
    state: index === past.length - 1 ? ('current' as const) : ('done' as const),
  }));
  const ahead = way.includes(state) ? way.slice(way.indexOf(state) + 1) : [];
  return [...done, ...ahead.map((next) => ({ label: stateView(next, language).label, at: null, state: 'ahead' as const }))];
}
