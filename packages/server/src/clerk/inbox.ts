import { applicationStates, uiText } from '@serviceportal/form-engine';
import type { InboxView, StateView } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { stateOf } from '../applications/application.js';
import { openReports } from '../applications/report-barrier.js';
import { localTime } from '../citizen/local-time.js';
import { serviceWords } from '../citizen/service-words.js';
import type { Portal } from '../portal.js';
import { standingsOf } from '../storage/deliveries.js';
import type { DeliveryStanding } from '../storage/deliveries.js';
import { countByState, listApplications, mostCounted } from '../storage/inbox.js';
import { stateView } from '../texts/state-text.js';
import { stateOf as deliveryStateOf, stepStates } from '../work/delivery-state.js';
import { reportsAddress } from './barrier-reports.js';
import { clerkOf, sendDeskPage } from './clerk-request.js';
import { caseStateViews, deliveryViews } from './desk-text.js';

const pageSize = 50;

/** `GET /amt?stand=…&vorgangsnummer=…&ab=…`: applications, newest first. */
export function inbox(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { database, services } = portal.office;
    const text = (name: string): string => (typeof request.query[name] === 'string' ? request.query[name].trim().slice(0, 60) : '');
    const state = applicationStates.find((known) => known === text('stand')) ?? null;
    const reference = text('vorgangsnummer') || null;
    const offset = /^\d{1,7}$/.test(text('ab')) ? Number(text('ab')) : 0;
    const rows = await listApplications(database, { state, reference, offset, limit: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const deliveries = await standingsOf(
      database,
      shown.map(({ id }) => id),
    );
    const counts = await countByState(database, applicationStates, reference);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const total = state === null ? all : (counts.get(state) ?? 0);
    const href = (change: { state?: string | null; offset?: number }): string =>
      address(reference, change.state ?? state, change.offset ?? 0);
    const present = applicationStates.filter((known) => counts.has(known));
    const view: InboxView = {
      reports: { label: `${uiText('de', 'reports.title')} (${await openReports(portal.office)})`, href: reportsAddress },
      search: { action: '/amt', value: reference ?? '' },
      filters: [
        { label: 'Alle', href: address(reference, null, 0), count: counted(all), current: state === null },
        ...present.map((known) => ({
          label: stateView(known, 'de').label,
          href: href({ state: known }),
          count: counted(counts.get(known) ?? 0),
          current: known === state,
        })),
      ],
      cases: await Promise.all(
        shown.map(async (row) => {
          const service = await services.byDigest(row.package_digest);
          return {
            reference: row.reference,
            href: `/amt/vorgang/${row.id}`,
            service: service ? serviceWords(service.package, 'de').title : row.package_key,
            submittedAt: localTime(row.submitted_at),
            state: stateView(stateOf(row), 'de'),
            delivery: worst(deliveries.filter((delivery) => delivery.application_id === row.id)),
          };
        }),
      ),
      previousHref: offset > 0 ? href({ offset: Math.max(0, offset - pageSize) }) : null,
      nextHref: rows.length > pageSize ? href({ offset: offset + pageSize }) : null,
      range: `${offset + 1} bis ${offset + shown.length} von ${counted(total)}`,
    };
    sendDeskPage(portal, request, response, 'inbox', view, uiText('de', 'inbox.title'), clerkOf(response));
  };
}

const german = new Intl.NumberFormat('de-DE');

/** As many as anybody wants to know. */
const counted = (count: number): string => (count > mostCounted ? `über ${german.format(mostCounted)}` : german.format(count));

function address(reference: string | null, state: string | null, offset: number): string {
  const query = new URLSearchParams();
  if (state !== null) query.set('stand', state);
  if (reference !== null) query.set('vorgangsnummer', reference);
  if (offset > 0) query.set('ab', String(offset));
  return query.size > 0 ? `/amt?${query}` : '/amt';
}

/** How the hand-over stands as a whole: what needs a person most. */
function worst(deliveries: readonly DeliveryStanding[]): StateView {
  const order = ['unclear', 'needs-attention', 'asking', 'retrying', ...stepStates, 'pending', 'acknowledged'] as const;
  const states = deliveries.map(deliveryStateOf);
  if (deliveries.some((delivery) => delivery.case_state === 'rejected')) return caseStateViews.rejected;
  const found = order.find((state) => states.includes(state));
  return found ? deliveryViews[found] : { label: 'Keine', tone: 'info' };
}
