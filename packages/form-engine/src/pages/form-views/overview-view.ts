import { pageRelevant } from '../../form/navigation.js';
import type { Page, PageInstance } from '../../form/page.js';
import { checkForm } from '../../validation/check-page.js';
import type { Link, OverviewView, TaskView } from '../views.js';
import { pageText } from './element-text.js';
import type { FormContext } from './form-context.js';

/**
 * The steps of the form as a task list. A repeated group with all its entries is one step.
 * What the answers so far make unnecessary stands there too.
 */
export function overviewView(context: FormContext, discard: Link | null = null, later: Link | null = null): OverviewView {
  const { form, evaluation, wording, links } = context;
  const open = checkForm(form, evaluation, wording);
  const unfinished = new Set(open.map(({ page }) => outermost(page.page)));
  const tasks = form.pages.map((page, index): TaskView => {
    const step = { page, indices: [] };
    const asked = pageRelevant(evaluation, step);
    return {
      number: index + 1,
      label: pageText(page, wording),
      href: asked ? links.page(step) : null,
      state: !asked ? 'not-needed' : unfinished.has(page) ? 'open' : 'done',
    };
  });
  return {
    serviceTitle: context.serviceTitle,
    tasks,
    done: tasks.filter(({ state }) => state === 'done').length,
    total: tasks.filter(({ state }) => state !== 'not-needed').length,
    checkHref: links.check,
    continueHref: firstOpen(open, links.page) ?? links.check,
    later,
    discard,
  };
}

const firstOpen = (open: readonly { readonly page: PageInstance }[], href: (page: PageInstance) => string): string | null =>
  open[0] ? href(open[0].page) : null;

const outermost = (page: Page): Page => (page.within ? outermost(page.within) : page);
