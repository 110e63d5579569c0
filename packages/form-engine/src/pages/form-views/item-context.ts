import { decidingOn } from '../../form/deciding.js';
import type { Position } from '../../form/form.js';
import type { PageInstance, QuestionPage } from '../../form/page.js';
import type { Message } from '../../validation/message.js';
import type { FormContext } from './form-context.js';

/** What happened to the page before it is shown (again). */
export interface PageState {
  /** Mistakes to show; empty when the page is opened. */
  readonly messages: readonly Message[];
  /** Input name → what was typed and not taken. */
  readonly rejected: Readonly<Record<string, string>>;
  /** The repeated field (instance name without its last index) for which one more input was asked. */
  readonly oneMore: string | null;
  /** Input name → the words with which its long list was searched. */
  readonly searches: Readonly<Record<string, string>>;
  /** The input whose matches were asked for. */
  readonly searched: string | null;
  /** Of a long list: which part of its entries is shown, from 0. */
  readonly part: number;
  /** The answers just given led to more questions on this page. */
  readonly moreQuestions: boolean;
  /** Nothing was saved: since the page was drawn, the list that it belongs to has changed. */
  readonly listChanged: boolean;
  /** Which state of the list the page shows; the form sends it back. Null: it belongs to none. */
  readonly list: string | null;
}

export const untouched: PageState = {
  messages: [],
  rejected: {},
  oneMore: null,
  searches: {},
  searched: null,
  part: 0,
  moreQuestions: false,
  listChanged: false,
  list: null,
};

/** What the views of the items of one page are made from. */
export interface ItemContext extends FormContext {
  readonly indices: readonly number[];
  readonly rejected: PageState['rejected'];
  readonly oneMore: string | null;
  readonly searches: PageState['searches'];
  readonly searched: string | null;
  /** Input name → what is wrong with it. */
  readonly errors: ReadonlyMap<string, string>;
  /** Questions on whose answer others of the page depend. */
  readonly deciding: ReadonlySet<Position>;
}

export function itemContext(
  context: FormContext,
  { page, indices }: PageInstance & { readonly page: QuestionPage },
  state: PageState,
): ItemContext {
  const errors = new Map<string, string>();
  for (const { name, text } of state.messages) if (!errors.has(name)) errors.set(name, text);
  const { rejected, oneMore, searches, searched } = state;
  return { indices, rejected, oneMore, searches, searched, errors, deciding: decidingOn(context.form, page), ...context };
}

/** May be left empty. Inside a part that is itself optional, only that part is marked. */
export const isOptional = ({ evaluation }: FormContext, position: Position, indices: readonly number[]): boolean =>
  position.node.min === 0 && !evaluation.required(position, indices);
