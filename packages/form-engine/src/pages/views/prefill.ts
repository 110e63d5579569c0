import type { AnswerRow } from './form.js';
import type { Link } from './shell.js';

/** Template `account`: before somebody goes to sign in. */
export interface AccountView {
  readonly serviceTitle: string;
  /** Name of the account: "BundID". */
  readonly name: string;
  /** What is asked for there, in the words of the form. */
  readonly asked: readonly string[];
  /** Why signing in is needed; null: it is not. */
  readonly demanded: string | null;
  /** Leads to the identity service. */
  readonly continueHref: string;
  /** A post here starts without an account; null: not possible. */
  readonly startAction: string | null;
  readonly back: Link;
}

/** Template `take-over`: offers what an earlier application says about the person. Posts `von` and `uebernehmen` (ja, nein). */
export interface TakeOverView {
  readonly serviceTitle: string;
  /** Title of the earlier application. */
  readonly name: string;
  readonly rows: readonly AnswerRow[];
  readonly action: string;
  /** Id of the earlier application. */
  readonly from: string;
}
