import type { ItemView } from './field.js';
import type { LegalBasisView } from './portal.js';
import type { Link } from './shell.js';

/** Text of a form element. `lang` is set where it is not in the page's language. */
export interface ElementText {
  readonly text: string;
  readonly lang: string | null;
}

export interface ProgressView {
  readonly step: number;
  readonly steps: number;
  /** "Schritt 2 von 6". */
  readonly text: string;
}

/** The summary at the top of a page with mistakes. */
export interface ErrorSummaryView {
  readonly errors: readonly Link[];
}

interface FormPageView {
  readonly heading: ElementText;
  /** The entry it belongs to: "Hund 2". */
  readonly caption: ElementText | null;
  readonly intro: ElementText | null;
  readonly progress: ProgressView | null;
  readonly backHref: string;
  readonly overviewHref: string;
  /** The form posts to the page's own address. */
  readonly action: string;
  readonly errors: ErrorSummaryView | null;
  /** Said before the questions, e.g. that there are more of them now. */
  readonly notice: string | null;
  /** Hidden field `_list`: the state of the list that the page shows. Null: none. */
  readonly list: string | null;
}

/** Template `question-page`. Made by `questionPageView`. */
export interface QuestionPageView extends FormPageView {
  readonly items: readonly ItemView[];
  /** The heading is the only question: its label need not be seen twice. */
  readonly single: boolean;
  /** Something on it may be left out: the page explains the mark. */
  readonly hasOptional: boolean;
  /** Why the page asks: the norms of its questions. Empty: none is known. */
  readonly norms: readonly PageNormsView[];
  /** The page has a file field: the form is sent as multipart/form-data. */
  readonly multipart: boolean;
  /** Text of the button: "Weiter", or "Speichern und zurück zur Übersicht". */
  readonly continueLabel: string;
}

/** Questions that rest on the same norms. */
export interface PageNormsView {
  readonly questions: readonly ElementText[];
  readonly norms: readonly LegalBasisView[];
}

/** Template `entries-page`. Made by `entriesPageView`. Posts `_add`, `_remove`, `_up`, `_down` (index) or nothing: continue. */
export interface EntriesPageView extends FormPageView {
  /** HTML id to which the error summary links. */
  readonly id: string;
  readonly entries: readonly EntryView[];
  /** Columns, where the entries are a table; null: they are cards. */
  readonly columns: AnswerTable['columns'] | null;
  /** Number of the first of them. */
  readonly start: number;
  /** "Einträge 51 bis 100 von 120"; null: all are shown. */
  readonly shown: string | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** "Mindestens 1, höchstens 5 Einträge". */
  readonly limits: string | null;
  readonly canAdd: boolean;
  readonly addLabel: string;
}

export interface EntryView {
  /** HTML id: `#eintrag-2`. */
  readonly id: string;
  readonly title: string;
  readonly lang: string | null;
  readonly answers: readonly AnswerRow[];
  /** In place of `answers`, where the entries are a table. */
  readonly cells: AnswerTableRow['cells'];
  readonly changeHref: string;
  /** Value of `_remove`; null: it may not be removed. */
  readonly removeValue: string | null;
  /** Values of `_up` and `_down`; null: it is the first, the last, or not there yet. */
  readonly upValue: string | null;
  readonly downValue: string | null;
  readonly complete: boolean;
}

export interface AnswerRow {
  readonly label: ElementText;
  /** "24.12.2026", "Ja"; lines separated by `\n`. */
  readonly value: string;
  /** Where it came from, where the person did not type it; null: they did. */
  readonly origin: string | null;
  /** For the clerk: "F60000000227 1.1.0". */
  readonly fim: string;
}

/** A text that was shown among the questions. `before`: index of the row it stood above; the number of rows at the end. */
export interface SectionNote extends ElementText {
  readonly before: number;
}

/** Entries of a list: a row for each, headed by its title, and a column for each question. */
export interface AnswerTable {
  readonly columns: readonly { readonly label: ElementText; readonly fim: string }[];
  readonly rows: readonly AnswerTableRow[];
}

export interface AnswerTableRow {
  /** "Hund 2". */
  readonly title: ElementText;
  /** As many as there are columns; `label`: of the column, seen where rows are narrow. Empty value: no answer. */
  readonly cells: readonly { readonly label: string; readonly value: string; readonly origin: string | null }[];
  readonly changeHref: string | null;
}

/** The answers under one heading; nested groups follow each other with `level` 3, 4, … */
export interface AnswerSection {
  readonly heading: ElementText;
  readonly level: 2 | 3 | 4;
  readonly rows: readonly AnswerRow[];
  /** Only where they are asked for: documents. */
  readonly notes: readonly SectionNote[];
  /** In place of rows: the entries of a list. */
  readonly table: AnswerTable | null;
  /** Where the citizen changes it; null at the clerk's desk and for headings within a page. */
  readonly changeHref: string | null;
}

/** A declaration to tick. Posted as `erklaerung`, once for each that is ticked. */
export interface DeclarationView {
  /** HTML id: `erklaerung-richtigkeit`. */
  readonly id: string;
  readonly value: string;
  readonly text: ElementText;
  /** How a consent can be withdrawn; null: it is none. */
  readonly withdrawal: string | null;
  readonly legalBasis: readonly LegalBasisView[];
  readonly required: boolean;
  readonly checked: boolean;
  readonly error: string | null;
  /** Value of `aria-describedby`; empty: nothing. */
  readonly describedBy: string;
}

/** What is declared when submitting, consents apart from the rest. Made by `declarationsView`. */
export interface DeclarationsView {
  readonly declarations: readonly DeclarationView[];
  readonly consents: readonly DeclarationView[];
  /** Posted as `stand`: digest of what is shown. */
  readonly stand: string;
  /** Posted as `sprache`. */
  readonly language: string;
}

/** Template `check-answers`. Made by `checkAnswersView`. */
export interface CheckAnswersView {
  readonly serviceTitle: string;
  readonly sections: readonly AnswerSection[];
  /** Pages that are not complete, with what is missing. Empty: it may be submitted. */
  readonly openPages: readonly { readonly label: string; readonly href: string; readonly missing: readonly string[] }[];
  readonly fees: readonly { readonly label: string; readonly amount: string }[];
  readonly backHref: string;
  readonly overviewHref: string;
  /** A second person has to sign first: who, and where it is asked for. Null: it may be submitted. */
  readonly coSign: { readonly text: string; readonly status: string; readonly href: string } | null;
  /** Null: the service asks for no declaration. */
  readonly declarations: DeclarationsView | null;
  /** Submitting itself says that the answers are right, as no declaration does. */
  readonly confirms: boolean;
  /** Said first, e.g. that the answers have changed. Null: nothing. */
  readonly notice: string | null;
  /** A post here submits. */
  readonly submitAction: string;
  readonly privacyHref: string;
  readonly errors: ErrorSummaryView | null;
}

/** Template `overview`: the task list of a long form. Made by `overviewView`. */
export interface OverviewView {
  readonly serviceTitle: string;
  readonly tasks: readonly TaskView[];
  readonly done: number;
  readonly total: number;
  readonly checkHref: string;
  readonly continueHref: string;
  /** How to continue later or elsewhere; null: not offered. */
  readonly later: Link | null;
  /** Where the draft can be deleted; null: nowhere. */
  readonly discard: Link | null;
}

export interface TaskView {
  readonly number: number;
  readonly label: ElementText;
  /** Null where nothing is asked. */
  readonly href: string | null;
  readonly state: 'done' | 'open' | 'not-needed';
}
