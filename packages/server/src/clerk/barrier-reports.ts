import { uiText } from '@serviceportal/form-engine';
import type { BarrierReportsView } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { barrierReports } from '../applications/report-barrier.js';
import type { StoredReport } from '../applications/report-barrier.js';
import { localTime } from '../citizen/local-time.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { markBarrierReport } from '../storage/barrier-reports.js';
import { clerkOf, sendDeskPage } from './clerk-request.js';

export const reportsAddress = '/amt/barrieren';

/** `GET /amt/barrieren?erledigt`: what citizens reported, open or done. */
export function showReports(portal: Portal): RequestHandler {
  return async (request, response) => {
    const done = request.query['erledigt'] !== undefined;
    const view: BarrierReportsView = {
      filters: [
        { label: uiText('de', 'reports.open'), href: reportsAddress, current: !done },
        { label: uiText('de', 'reports.done'), href: `${reportsAddress}?erledigt`, current: done },
      ],
      reports: (await barrierReports(portal.office, done)).map((report) => reportView(portal, report)),
      keepDays: portal.municipality.configuration.accessibility.reportDays,
    };
    sendDeskPage(portal, request, response, 'barrier-reports', view, uiText('de', 'reports.title'), clerkOf(response));
  };
}

/** `POST /amt/barrieren/:id`: `erledigt` is `ja` or `nein`. */
export function markReport(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { erledigt } = request.body as Record<string, unknown>;
    const { username } = clerkOf(response);
    const mark = erledigt === 'ja' ? { at: portal.office.clock.now().toISOString(), by: username } : null;
    if (!(await markBarrierReport(portal.office.database, String(request.params['id']), mark))) throw notFound('The report');
    seeOther(response, mark ? reportsAddress : `${reportsAddress}?erledigt`);
  };
}

function reportView({ municipality }: Portal, { row, content }: StoredReport): BarrierReportsView['reports'][number] {
  const by = row.done_by ?? '';
  return {
    id: row.id,
    at: localTime(row.created_at),
    page: content?.page ?? '',
    description: content?.description ?? '',
    contact: content?.contact ?? '',
    language: content ? uiText('de', `language.${content.language}`) : '',
    unreadable: content === null,
    done: row.done_at && uiText('de', 'reports.doneBy', { at: localTime(row.done_at), name: municipality.clerks.find(by)?.name ?? by }),
    action: `${reportsAddress}/${row.id}`,
  };
}
