import type { ErrorSummaryView } from './form.js';
import type { Link } from './shell.js';

/** Template `report-barrier`. Posts `seite`, `beschreibung` and `kontakt`. */
export interface ReportBarrierView {
  readonly action: string;
  /** What was typed. */
  readonly page: string;
  readonly description: string;
  readonly contact: string;
  /** What is wrong with the description; null: nothing. */
  readonly error: string | null;
  readonly errors: ErrorSummaryView | null;
  /** Characters. */
  readonly longest: { readonly page: number; readonly description: number; readonly contact: number };
  readonly keepDays: number;
  readonly privacyHref: string;
  readonly backHref: string;
}

/** Template `barrier-reports`, at the desk. Each button posts `erledigt` (`ja`, `nein`). */
export interface BarrierReportsView {
  readonly filters: readonly (Link & { readonly current: boolean })[];
  readonly reports: readonly {
    readonly id: string;
    /** "24.12.2026, 14:30 Uhr". */
    readonly at: string;
    readonly page: string;
    readonly description: string;
    readonly contact: string;
    /** "Deutsch". */
    readonly language: string;
    /** It does not open with the key. */
    readonly unreadable: boolean;
    /** "Erledigt am … von …"; null: it is open. */
    readonly done: string | null;
    readonly action: string;
  }[];
  readonly keepDays: number;
}
