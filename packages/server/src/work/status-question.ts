import { statusIntervals, waitAfter } from '@serviceportal/form-engine';
import type { CaseStatus, DeliveryConnector } from '@serviceportal/portal-adapter';
import { applicationKey } from '../applications/application.js';
import { chance } from '../applications/chance.js';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { findApplication } from '../storage/applications.js';
import { askAgainAt, finalCaseStates } from '../storage/case-status.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { changeLeased } from '../storage/delivery-leases.js';
import { appendEvent } from '../storage/events.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { LeaseLost } from './journal.js';
import type { Outcome } from './outcome.js';
import { openProgress, sealProgress } from './progress.js';
import { openCaseReason, sealReason } from './reason.js';
import { openContent } from './sent-content.js';
import { noteQuestioned } from './target-health.js';

/** Asks the counterpart what became of a case. Null: nothing, or nothing new. @throws DeliveryError, ApplicationUnreadable */
export async function statusOf(
  office: Office,
  connector: DeliveryConnector,
  row: DeliveryRow,
  owner: string,
  signal: AbortSignal,
): Promise<CaseStatus | null> {
  const application = await findApplication(office.database, row.application_id);
  if (!application || !connector.status) return null;
  const key = applicationKey(office, application);
  const supplement = openContent(office, application, row)?.supplement;
  const identity = { key: row.id, reference: application.reference, ...(supplement && { supplement }) };
  const receipt = { counterpartReference: row.counterpart_reference ?? '', acceptedAt: row.accepted_at ?? row.acknowledged_at ?? '' };
  return connector.status(identity, receipt, {
    signal,
    progress: openProgress(key, row),
    async keep(progress) {
      const kept = await changeLeased(office.database, row.id, owner, { progress: sealProgress(key, row.id, progress) });
      if (!kept) throw new LeaseLost('Another worker asks about the case.');
    },
  });
}

/** What a question came to, and what that says about the target. */
export interface StatusAnswer extends Pick<Outcome, 'target' | 'waitSeconds'> {
  readonly status: CaseStatus | null;
}

/**
 * Writes what became of a case, with an event if it is news, and when the counterpart is asked again: more and more seldom, and not at all once
 * the case is closed or rejected, or `days` after it was handed over. True: it was news.
 */
export async function noteStatus(
  office: Office,
  row: DeliveryRow,
  owner: string,
  { status, ...said }: StatusAnswer,
  days: number,
): Promise<boolean> {
  const now = office.clock.now();
  const at = now.toISOString();
  const news = status !== null && isNews(office, row, status);
  const questions = news ? 1 : row.status_questions + 1;
  return oneAtATime(office.database, row.application_id, async (transaction) => {
    const told = news ? toldBy(office, row, status, at) : {};
    const change = { ...told, status_questions: questions, lease_owner: null, lease_until: null };
    if (!(await changeLeased(transaction, row.id, owner, change))) return false;
    const over = later(new Date(row.acknowledged_at ?? row.created_at), { days }) < now;
    const final = finalCaseStates.some((state) => state === (news ? status.state : row.case_state));
    const wait = waitAfter(statusIntervals, questions, chance(office)) / 1000;
    await askAgainAt(transaction, row, over || final ? null : later(now, { seconds: wait }).toISOString());
    await noteQuestioned(office, transaction, row.target, said);
    if (!news) return false;
    const data = { target: row.target, counterpartReference: status.counterpartReference ?? row.counterpart_reference };
    await appendEvent(transaction, row.application_id, { at, kind: `case-${status.state}`, actor: 'system', data });
    return true;
  });
}

const isNews = (office: Office, row: DeliveryRow, { state, reason, counterpartReference }: CaseStatus): boolean =>
  state !== row.case_state ||
  (reason ?? null) !== openCaseReason(office, row) ||
  (counterpartReference !== undefined && counterpartReference !== row.counterpart_reference);

function toldBy(
  office: Office,
  row: DeliveryRow,
  { state, at, reason, counterpartReference }: CaseStatus,
  now: string,
): Partial<DeliveryRow> {
  return {
    case_state: state,
    // A counterpart's clock and spelling are its own; what is no time is now.
    case_at: Number.isNaN(Date.parse(at)) ? now : new Date(at).toISOString(),
    case_reason: reason === undefined ? null : sealReason(office, row.id, reason, 'case-reason'),
    ...(counterpartReference !== undefined && { counterpart_reference: counterpartReference }),
    updated_at: now,
  };
}
