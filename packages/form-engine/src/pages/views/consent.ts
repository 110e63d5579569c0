import type { AnswerSection, ErrorSummaryView } from './form.js';
import type { QrCodeView } from './resume.js';

/** Template `co-sign-invite`: for the first person. A post makes a new link. */
export interface CoSignInviteView {
  readonly serviceTitle: string;
  /** Who has to sign: "Die zweite sorgeberechtigte Person". */
  readonly who: string;
  readonly declaration: string;
  /** How it stands, in a sentence. */
  readonly status: string;
  readonly tone: 'info' | 'success' | 'warning';
  /** Why the second person refused; empty: no reason, or not refused. */
  readonly reason: string;
  readonly link: { readonly address: string; readonly qr: QrCodeView } | null;
  readonly deletedOn: string;
  readonly action: string;
  readonly checkHref: string;
  readonly signed: boolean;
}

/** Template `co-sign`: the whole application for the second person. Posts `name`, `erklaerung`, `stand` and `aktion`. */
export interface CoSignView {
  readonly serviceTitle: string;
  readonly who: string;
  readonly declaration: string;
  readonly sections: readonly AnswerSection[];
  readonly fees: readonly { readonly label: string; readonly amount: string }[];
  /** Said above it, e.g. that the answers have changed. Null: nothing. */
  readonly notice: string | null;
  readonly action: string;
  /** Digest of what is shown. */
  readonly stand: string;
  readonly name: string;
  readonly reason: string;
  readonly errors: ErrorSummaryView | null;
}
