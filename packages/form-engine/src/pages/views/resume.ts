import type { ErrorSummaryView } from './form.js';
import type { Link } from './shell.js';

/** A QR code as one SVG path. */
export interface QrCodeView {
  /** Modules on each side, the light border included. */
  readonly size: number;
  /** The dark modules, in units of one module. */
  readonly path: string;
}

/** Template `continue-later`. Posts `aktion`: `code` makes code and QR code, `ende` makes them worthless. */
export interface ContinueLaterView {
  readonly serviceTitle: string;
  /** "Donnerstag, 24. Dezember 2026". */
  readonly deletedOn: string;
  /** Calendar files by day. */
  readonly reminders: readonly Link[];
  readonly action: string;
  /** In groups of four; null: not made yet. */
  readonly code: string | null;
  /** Where it is typed: "musterstadt.example/weiter". */
  readonly enterAddress: string;
  /** Null: not made yet, used, or its time is over. `until`: "14:30". */
  readonly link: { readonly qr: QrCodeView; readonly until: string } | null;
  readonly overviewHref: string;
}

/** Template `take-up`. Posts `code`, or `link` where a link led here. */
export interface TakeUpView {
  readonly action: string;
  readonly link: string | null;
  readonly errors: ErrorSummaryView | null;
}
