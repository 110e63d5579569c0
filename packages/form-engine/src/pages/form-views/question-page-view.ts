import { relevantItems } from '../../form/navigation.js';
import type { PageInstance, QuestionPage } from '../../form/page.js';
import type { Language } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';
import type { ItemView, QuestionPageView } from '../views.js';
import { helpText, labelText, pageText } from './element-text.js';
import { errorSummary } from './error-summary.js';
import type { FormContext } from './form-context.js';
import { itemContext, untouched } from './item-context.js';
import type { PageState } from './item-context.js';
import { itemViews } from './item-view.js';
import { pageNorms } from './page-norms.js';
import { backHref, captionOf, progressView } from './page-head.js';

/** A page of questions, empty, with answers, or after a post with its mistakes. */
export function questionPageView(
  context: FormContext,
  here: PageInstance & { readonly page: QuestionPage },
  state: Partial<PageState> = {},
): QuestionPageView {
  const { wording, evaluation, links } = context;
  const { page, indices } = here;
  const full = { ...untouched, ...state };
  const asked = relevantItems(page.items, evaluation, indices);
  const items = itemViews(asked, itemContext(context, here, full));
  return {
    heading: pageText(page, wording),
    caption: captionOf(context, here) ?? (page.question && page.group ? labelText(page.group, wording) : null),
    intro: page.group ? helpText(page.group, wording) : null,
    progress: progressView(context, here),
    backHref: backHref(context, here),
    overviewHref: links.overview,
    action: links.page(here),
    errors: errorSummary(full.messages),
    notice: noticeOf(full, wording.language),
    list: full.list,
    items,
    single: page.question !== null && items.length === 1 && items.every((item) => item.template !== 'item-note' && !item.optional),
    hasOptional: some(items, (item) => item.template !== 'item-note' && item.optional),
    norms: pageNorms(page.group, asked, wording),
    multipart: some(items, (item) => item.template === 'field-file'),
    continueLabel: uiText(wording.language, 'form.continue'),
  };
}

function noticeOf({ listChanged, moreQuestions }: PageState, language: Language): string | null {
  if (listChanged) return uiText(language, 'form.listChanged');
  return moreQuestions ? uiText(language, 'form.moreQuestions') : null;
}

function some(items: readonly ItemView[], test: (item: ItemView) => boolean): boolean {
  return items.some((item) => {
    if (test(item)) return true;
    if (item.template === 'item-section') return some(item.items, test);
    return item.template === 'field-repeated' && some(item.inputs, test);
  });
}
