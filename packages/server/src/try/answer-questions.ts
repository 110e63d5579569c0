import type { Browser, Page } from './browser.js';
import { withoutDatePart } from './decisions.js';
import { fillIn } from './fill-in.js';
import type { PageAnswers, Person } from './fill-in.js';
import { formsOn, mistakesOn } from './form-on-page.js';
import { Stuck } from './stuck.js';
import type { TypedAnswers } from './typed-answers.js';

const mostTries = 20;

/** Fills in one page of questions until it leads on: new questions are answered, mistakes corrected. `typed` takes what was answered. */
export async function answerQuestions(browser: Browser, person: Person, first: Page, typed: TypedAnswers): Promise<Page> {
  const answers: PageAnswers = new Map();
  let page = first;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const form = formsOn(page).find(({ action }) => action === first.path);
    if (!form) throw new Stuck(`${page.path} hat kein Formular mehr`);
    // Rules such as "only one of these" are met by leaving groups out, others by answering everything.
    const careful = attempt > 2 ? { ...person, skipped: 0, groupsLeftOut: attempt % 2 === 0 ? 50 : 0 } : person;
    const next = await browser.post(form.action, fillIn(careful, form, answers));
    const mistaken = next.status === 422 ? mistakenInputs(next) : [];
    typed.posted(first.path, form, answers, mistaken);
    if (next.status === 200 && next.path === first.path) page = next;
    else if (next.status === 422) {
      page = next;
      reconsider(person, page, answers, attempt, mistaken);
    } else return next;
  }
  throw new Stuck(`${first.path}: ${mistakesOn(page)[0]?.text ?? 'führt nicht weiter'}`);
}

/** Forgets the answers that the page calls wrong; from the fourth time on all of them. */
function reconsider(person: Person, page: Page, answers: PageAnswers, attempt: number, mistaken: readonly string[]): void {
  if (mistakesOn(page).length === 0) throw new Stuck(`${page.path} antwortet mit 422, nennt aber keinen Fehler`);
  if (attempt >= 3) {
    for (const name of answers.keys()) reconsiderOne(name);
    return answers.clear();
  }
  for (const name of mistaken) {
    answers.delete(name);
    if (attempt > 0) reconsiderOne(name);
  }

  function reconsiderOne(name: string): void {
    const question = person.decisions.question(name);
    if (question) person.decisions.reconsider(question);
  }
}

/** The names of the inputs to which the list of mistakes leads; of a group all that are in it. */
function mistakenInputs(page: Page): string[] {
  return mistakesOn(page).flatMap(({ href }) => {
    const target = href.startsWith('#') ? page.html.getElementById(href.slice(1)) : null;
    const inputs = target?.getAttribute('name') === undefined ? (target?.querySelectorAll('[name]') ?? []) : [target];
    return inputs.map((input) => withoutDatePart(input.getAttribute('name') ?? ''));
  });
}
