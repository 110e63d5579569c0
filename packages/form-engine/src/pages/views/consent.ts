import type { AnswerSection, ElementText, ErrorSummaryView } from './form.js';
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
  /** What the first person declares when submitting. */
  readonly declarations: readonly ElementText[];
  readonly fees: readonly { readonly label: string; readonly amount: string }[];
  /** Said above it, e.g. that the answers have changed. Null: nothing. */
  readonly notice: string | null;
  readonly action: string;
  /** Digest of what is shown. */
  readonly stand: string;
  readonly name: string;
  readonly reason: string;
  /** Name of the account with which the second person has to sign in, and the address that leads there; null: need not, or has. */
  readonly signIn: { readonly name: string; readonly href: string } | null;
  /** Name of the account with which the second person has signed in; null: with none. */
  readonly signedIn: string | null;
  readonly errors: ErrorSummaryView | null;
  /** The same by the id of the input that is meant; empty: nothing is wrong. */
  readonly mistakes: Readonly<Record<string, string>>;
}
