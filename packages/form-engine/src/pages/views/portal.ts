import type { ElementText, ErrorSummaryView } from './form.js';
import type { MailSectionView } from './mail.js';
import type { Link } from './shell.js';

/** How a state looks. Never the only sign: the label says it too. */
export type Tone = 'info' | 'success' | 'warning' | 'danger';

export interface StateView {
  readonly label: string;
  readonly tone: Tone;
}

export interface ServiceListView {
  readonly heading: string;
  readonly intro: string;
  readonly services: readonly {
    readonly lang: string | null;
    readonly title: string;
    readonly summary: string;
    readonly href: string;
    readonly preview: boolean;
  }[];
}

export interface ServicePageView {
  readonly title: string;
  /** BCP 47 tag where title and summary are not in the page's language. */
  readonly lang: string | null;
  readonly summary: string;
  readonly description: readonly string[];
  readonly audience: readonly string[];
  readonly documents: readonly string[];
  readonly fee: string;
  /** Figures of the fee tables, amounts already written as "1.234,50 €". */
  readonly feeTables: readonly FeeTableView[];
  readonly deadline: string | null;
  readonly duration: string | null;
  readonly procedure: readonly string[];
  readonly office: string | null;
  readonly legalBasis: readonly LegalBasisView[];
  readonly nextSteps: readonly string[];
  /** Days until an untouched draft is deleted. */
  readonly draftDays: number;
  /** A post here starts a new application; null: one has to sign in first. */
  readonly startAction: string | null;
  /** Where one signs in to have something filled in; null: nowhere. `demanded`: without it nothing can be submitted. */
  readonly account: { readonly href: string; readonly text: string; readonly demanded: boolean } | null;
  /** Continue the draft of this browser; null: there is none. */
  readonly resumeHref: string | null;
  /** Said where the service does not speak the page's language throughout. */
  readonly coverage: string | null;
  /** How the data of an application are treated. */
  readonly privacyHref: string;
  /** A schema shown as a preview, not a service that is offered. */
  readonly preview: boolean;
}

export interface FeeTableView {
  readonly label: string;
  readonly period: string;
  readonly rows: readonly { readonly label: string; readonly amounts: readonly { readonly count: string; readonly amount: string }[] }[];
}

export interface LegalBasisView {
  readonly text: string;
  readonly href: string | null;
}

export interface SubmittedView {
  readonly serviceTitle: string;
  readonly reference: string;
  /** With it the status page opens on other devices; null: not shown. */
  readonly retrievalCode: string | null;
  /** "24.12.2026, 14:30 Uhr". */
  readonly submittedAt: string;
  readonly nextSteps: readonly string[];
  /** The application as PDF. */
  readonly pdfHref: string;
  /** The receipt as PDF; null: none. */
  readonly receiptHref: string | null;
  readonly statusHref: string;
  readonly contact: ElementText | null;
  /** Messages by e-mail; null: the municipality sends none. */
  readonly mail: MailSectionView | null;
  /** A post here ends that this browser opens its applications; null: not offered. */
  readonly forgetAction: string | null;
}

export interface StatusView {
  readonly serviceTitle: string;
  readonly reference: string;
  readonly submittedAt: string;
  readonly state: StateView;
  /** What the state means for the citizen and whether anything is to be done. */
  readonly explanation: string;
  /** What the office asked and the citizen answered, oldest first. */
  readonly letters: readonly LetterView[];
  /** Where the question is answered; null: there is none. */
  readonly answerHref: string | null;
  /** Where the application is taken back; null: it is too late. */
  readonly withdrawHref: string | null;
  /** The way of the application, in order. */
  readonly steps: readonly { readonly label: string; readonly at: string | null; readonly state: 'done' | 'current' | 'ahead' }[];
  readonly documents: readonly Link[];
  /** Messages by e-mail; null: the municipality sends none. */
  readonly mail: MailSectionView | null;
  /** A post here ends that this browser opens its applications; null: not offered. */
  readonly forgetAction: string | null;
}

export interface LetterView {
  readonly kind: 'question' | 'answer';
  readonly at: string;
  /** Null: there was one, but this browser may not read it. */
  readonly text: string | null;
  /** Names of the files that came with it. */
  readonly files: readonly string[];
}

/** Template `answer-question`. Posts `antwort` and files as `dateien`. */
export interface AnswerQuestionView {
  readonly serviceTitle: string;
  readonly reference: string;
  readonly question: string | null;
  readonly action: string;
  /** What was typed. */
  readonly text: string;
  /** "Erlaubt sind PDF, JPEG, PNG bis 10 MB." */
  readonly limits: string;
  readonly accept: string;
  readonly backHref: string;
  readonly errors: ErrorSummaryView | null;
  /** The same by the id of the input that is meant; empty: nothing is wrong. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** Any short page: errors (`errorPage(kind, language)` makes these), confirmations, texts such as the imprint. */
export interface MessageView {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly links: readonly Link[];
  /** A question to confirm: a post with the button, or the way back. */
  readonly confirm: { readonly action: string; readonly label: string; readonly cancel: Link } | null;
}
