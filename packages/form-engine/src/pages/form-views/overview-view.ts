import { pageSequence } from '../../form/navigation.js';
import type { Page, PageInstance } from '../../form/page.js';
import { checkForm } from '../../validation/check-page.js';
import type { Link, OverviewView, TaskView } from '../views.js';
import { pageText } from './element-text.js';
import type { FormContext } from './form-context.js';

/** The steps of the form as a task list. A repeated group with all its entries is one step. */
export function overviewView(context: FormContext, discard: Link | null = null, later: Link | null = null): OverviewView {
  const { form, evaluation, wording, links } = context;
  const open = checkForm(form, evaluation, wording);
  const unfinished = new Set(open.map(({ page }) => outermost(page.page)));
  const steps = pageSequence(form, evaluation).filter(({ page }) => page.within === null);
  const tasks: TaskView[] = steps.map((step, index) => ({
    number: index + 1,
    label: pageText(step.page, wording),
    href: links.page(step),
    state: unfinished.has(step.page) ? 'open' : 'done',
  }));
  return {
    serviceTitle: context.serviceTitle,
    tasks,
    done: tasks.filter(({ state }) => state === 'done').length,
    total: tasks.length,
    checkHref: links.check,
    continueHref: firstOpen(open, links.page) ?? links.check,
    later,
    discard,
  };
}

const firstOpen = (open: readonly { readonly page: PageInstance }[], href: (page: PageInstance) => string): string | null =>
  open[0] ? href(open[0].page) : null;

const outermost = (page: Page): Page => (page.within ? outermost(page.within) : page);
