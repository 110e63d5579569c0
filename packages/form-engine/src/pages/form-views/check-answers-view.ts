import { pageSequence } from '../../form/navigation.js';
import type { PageInstance } from '../../form/page.js';
import { checkForm } from '../../validation/check-page.js';
import type { CheckAnswersView } from '../views.js';
import { answerSections } from './answer-sections.js';
import { entryText, pageText } from './element-text.js';
import type { FormContext } from './form-context.js';

/** All answers before submitting, and what still keeps the application from it. `fees`: amounts as text, "85,80 €". */
export function checkAnswersView(
  context: FormContext,
  fees: CheckAnswersView['fees'] = [],
  coSign: CheckAnswersView['coSign'] = null,
): CheckAnswersView {
  const { form, evaluation, wording, links } = context;
  const last = pageSequence(form, evaluation).at(-1);
  return {
    serviceTitle: context.serviceTitle,
    sections: answerSections(context, { changeHref: links.change, fimIds: false }),
    openPages: checkForm(form, evaluation, wording).map(({ page, messages }) => ({
      label: pageName(page, context),
      href: links.change(page),
      missing: messages.map(({ text }) => text),
    })),
    fees,
    backHref: last ? links.page(last) : links.before,
    overviewHref: links.overview,
    coSign,
    declarations: null,
    confirms: true,
    notice: null,
    submitAction: links.submit,
    privacyHref: links.privacy,
    errors: null,
  };
}

/** "Angaben zum Hund (Hund 2)". */
export function pageName({ page, indices }: PageInstance, { wording }: FormContext): string {
  const title = pageText(page, wording).text;
  return page.within ? `${title} (${entryText(page.within.group, indices.at(-1) ?? 0, wording).text})` : title;
}
