import type Handlebars from 'handlebars';
// The runtime alone: no compiler, nothing that evaluates text. Its own typings are empty.
import runtime from 'handlebars/runtime.js';
import { templates } from '../../templates.generated.js';

const handlebars = (runtime as unknown as typeof Handlebars).create();

const templateOf = (name: string): ((view: object) => string) => handlebars.template(templates[name] as never);

interface ShownMail {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const mailboxHtml: (view: { readonly mails: readonly ShownMail[] }) => string = templateOf('mailbox');

/** The stand-ins look alike. */
export const styleSheet: string = templateOf('fachverfahren-css')({});
