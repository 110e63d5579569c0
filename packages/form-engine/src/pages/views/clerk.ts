import type { AnswerSection, ErrorSummaryView } from './form.js';
import type { Link } from './shell.js';
import type { StateView } from './portal.js';

export interface LoginView {
  /** Posts `username` and `password` here. */
  readonly action: string;
  readonly username: string;
  /** Shown when the last attempt failed. */
  readonly error: string | null;
  /** Only in the demonstration: accounts to try. */
  readonly demonstrationAccounts: readonly { readonly username: string; readonly password: string; readonly role: string }[];
}

export interface InboxView {
  /** Barriers that citizens reported: "Gemeldete Barrieren (3)". */
  readonly reports: Link;
  /** A GET with `vorgangsnummer`: the beginning of a reference number. */
  readonly search: { readonly action: string; readonly value: string };
  readonly filters: readonly { readonly label: string; readonly href: string; readonly count: string; readonly current: boolean }[];
  readonly cases: readonly {
    readonly reference: string;
    readonly href: string;
    readonly service: string;
    readonly submittedAt: string;
    readonly state: StateView;
    /** How the hand-over stands. */
    readonly delivery: StateView;
  }[];
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** "1 bis 50 von 312". */
  readonly range: string;
}

export interface CaseView {
  readonly reference: string;
  readonly serviceTitle: string;
  /** "hundesteuer 1.0.0, sha256:3f2a…". */
  readonly packageText: string;
  readonly submittedAt: string;
  readonly state: StateView;
  /** What the clerk may do now. Each is a post to `action` with `name=value`. */
  readonly actions: readonly CaseAction[];
  /** Asking the citizen something: a post with `frage`. Null: not now. */
  readonly ask: { readonly action: string; readonly error: string | null } | null;
  /** Questions, answers and withdrawals, oldest first. */
  readonly letters: readonly CaseLetterView[];
  readonly answers: readonly AnswerSection[];
  readonly fees: readonly { readonly label: string; readonly amount: string }[];
  /** What was declared and consented to when submitting; empty: the service asks for nothing. */
  readonly declarations: readonly CaseDeclarationView[];
  readonly consents: readonly CaseDeclarationView[];
  /** The second person's: what was signed, and by whom. Empty: the service asks for none. */
  readonly coSignature: readonly CaseDeclarationView[];
  readonly attachments: readonly FileView[];
  /** The application as PDF, the handed-over data. */
  readonly documents: readonly Link[];
  readonly deliveries: readonly DeliveryView[];
  /** Oldest first. */
  readonly events: readonly { readonly at: string; readonly label: string; readonly actor: string; readonly detail: string | null }[];
  /** Said after a change, e.g. "Der Antrag ist jetzt in Bearbeitung."; announced to screen readers. */
  readonly message: string | null;
  readonly errors: ErrorSummaryView | null;
}

export interface CaseLetterView {
  /** "Antwort vom 24.12.2026, 14:30 Uhr". */
  readonly heading: string;
  readonly text: string;
  readonly files: readonly FileView[];
}

export interface CaseDeclarationView {
  /** The words as they were shown, and of a consent how it can be withdrawn. */
  readonly text: string;
  readonly lang: string | null;
  /** "Abgegeben". */
  readonly outcome: string;
  /** "am 24.12.2026, 14:30 Uhr, Wortlaut: Deutsch". */
  readonly detail: string;
}

export interface CaseAction {
  readonly label: string;
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly primary: boolean;
}

export interface FileView {
  readonly name: string;
  readonly href: string;
  /** "1,2 MB". */
  readonly size: string;
  readonly mediaType: string;
}

export interface DeliveryView {
  readonly target: string;
  readonly state: StateView;
  /** What the counterpart says became of the case; null: nothing yet. */
  readonly caseState: StateView | null;
  readonly attempts: number;
  /** The counterpart's number; null until acknowledged. */
  readonly counterpartReference: string | null;
  readonly detail: string | null;
  /** What was handed over, and what may be decided: "Bitte entscheiden". */
  readonly more: Link;
}

/** One hand-over: how it went, what was sent, what a clerk may decide. */
export interface DeliveryPageView {
  /** Of the application. */
  readonly reference: string;
  readonly target: string;
  readonly state: StateView;
  readonly explanation: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Posts `entscheidung` here. */
  readonly action: string;
  readonly decisions: readonly DecisionView[];
  /** Exactly as they were sent. */
  readonly files: readonly SentFileView[];
  /** Oldest first. */
  readonly attempts: readonly { readonly at: string; readonly label: string; readonly outcome: string; readonly detail: string | null }[];
  readonly message: string | null;
  readonly errors: ErrorSummaryView | null;
}

export interface DecisionView {
  readonly value: string;
  readonly label: string;
  readonly explanation: string;
  readonly primary: boolean;
  /** The counterpart's number has to be given: input `nummer`. */
  readonly number: { readonly label: string; readonly hint: string; readonly error: string | null } | null;
}

export interface SentFileView extends FileView {
  /** Lower-case hex digest. */
  readonly sha256: string;
}
