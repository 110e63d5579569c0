import type { Language } from '@serviceportal/form-engine';
import { countOpenBarrierReports, barrierReportRows, insertBarrierReport } from '../storage/barrier-reports.js';
import type { BarrierReportRow } from '../storage/barrier-reports.js';
import type { Office } from './office.js';

/** What somebody wrote about a barrier. Sealed with the key of the municipality: it may name a person, or an illness. */
export interface BarrierReport {
  readonly page: string;
  readonly description: string;
  /** Telephone or e-mail; empty: none. */
  readonly contact: string;
  readonly language: Language;
}

/** Characters. */
export const longestReport = { page: 300, description: 4000, contact: 200 } as const;

export async function reportBarrier(office: Office, report: BarrierReport): Promise<void> {
  const id = office.random.uuid();
  const sealed = office.key.seal(Buffer.from(JSON.stringify(report)), reportPurpose(id));
  await insertBarrierReport(office.database, { id, created_at: office.clock.now().toISOString(), sealed, done_at: null, done_by: null });
}

/** As stored, with its content; null: it does not open with the key of this installation. */
export interface StoredReport {
  readonly row: BarrierReportRow;
  readonly content: BarrierReport | null;
}

/** The newest of those that are open, or done. */
export async function barrierReports(office: Office, done: boolean): Promise<StoredReport[]> {
  const rows = await barrierReportRows(office.database, done, 200);
  return rows.map((row) => {
    const plain = office.key.open(row.sealed, reportPurpose(row.id));
    return { row, content: plain && (JSON.parse(plain.toString('utf8')) as BarrierReport) };
  });
}

export const openReports = (office: Office): Promise<number> => countOpenBarrierReports(office.database);

/** For which a report is sealed. */
export const reportPurpose = (id: string): string => `barrier-report:${id}`;
