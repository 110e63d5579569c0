import type { Form } from '../../form/form.js';
import type { PageInstance } from '../../form/page.js';
import type { Wording } from '../../form/wording.js';
import type { Prefilled } from '../../prefill/prefilled.js';
import type { Evaluation } from '../../rules/evaluation.js';

/** Addresses of the pages of one application. */
export interface FormLinks {
  page(instance: PageInstance): string;
  /** The same page for somebody who changes an answer there and then comes back to check all. */
  change(instance: PageInstance): string;
  /** Before the first page, e.g. the service page. */
  readonly before: string;
  readonly overview: string;
  readonly check: string;
  readonly submit: string;
  /** Where the person learns how a verified answer is corrected. */
  readonly correct?: string;
  /** The privacy notice of the service. */
  readonly privacy: string;
}

/** What every view of a form is made from. */
export interface FormContext {
  readonly form: Form;
  readonly evaluation: Evaluation;
  readonly wording: Wording;
  /** In the page's language. */
  readonly serviceTitle: string;
  readonly links: FormLinks;
  /** What was filled in for the person. */
  readonly prefilled?: Prefilled;
  /** The person came from checking the answers, and goes back there. */
  readonly changing?: boolean;
}
