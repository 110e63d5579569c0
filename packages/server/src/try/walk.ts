import type { Form } from '@serviceportal/form-engine';
import type { Browser, Page } from './browser.js';
import { Decisions } from './decisions.js';
import { answerEntries } from './answer-entries.js';
import { answerQuestions } from './answer-questions.js';
import type { Person } from './fill-in.js';
import { formsOn } from './form-on-page.js';
import type { FormOnPage } from './form-on-page.js';
import { Stuck } from './stuck.js';
import { TypedAnswers } from './typed-answers.js';
import { createChance } from './values/chance.js';

export interface FilledForm {
  /** Addresses of the form's pages that were filled in. */
  readonly pages: ReadonlySet<string>;
  /** What was asked and answered. */
  readonly typed: TypedAnswers;
  /** The page that shows all answers and submits them. */
  readonly check: Page;
}

const mostSteps = 1500;
const mostCorrections = 25;

/** Fills in an application as a person would: from the list of services to the check of all answers. */
export async function fillForm(browser: Browser, serviceKey: string, form: Form, seed: number): Promise<FilledForm> {
  const chance = createChance(seed);
  // Every question, nearly every, or rather the required ones only.
  const skipped = [0, 15, 60][seed % 3] ?? 0;
  const person: Person = { form, chance, decisions: new Decisions(form, chance), skipped, groupsLeftOut: skipped };
  const entries = new Map<string, number>();
  const pages = new Set<string>();
  const typed = new TypedAnswers();
  let page = await begin(browser, serviceKey);
  let corrections = 0;
  for (let step = 0; step < mostSteps; step++) {
    if (page.status !== 200) throw new Stuck(`${page.path} antwortet mit ${page.status}: ${heading(page)}`);
    if (!page.path.endsWith('/pruefen')) {
      pages.add(page.path);
      page = await answerPage(page);
      continue;
    }
    const check = page;
    if (submission(check) || signing(check)) return { pages, typed, check };
    const open = check.html.querySelector('.kern-alert--warning a[href]')?.getAttribute('href');
    if (open === undefined || ++corrections > mostCorrections) throw new Stuck(`Die Prüfseite lässt nicht absenden: ${missing(check)}`);
    page = await answerPage(await browser.get(open));
    // Back at once, unless the page asks for more first.
    if (!isEntryBelow(open, page.path)) page = await browser.get(check.path);
  }
  throw new Stuck(`Nach ${mostSteps} Schritten ist kein Ende in Sicht`);

  function answerPage(here: Page): Promise<Page> {
    const own = formsOn(here).find(({ action }) => action === here.path);
    if (!own) throw new Stuck(`${here.path} hat kein Formular: ${heading(here)}`);
    const isEntries = form.pageBySlug.get(here.path.split('/')[3] ?? '')?.kind === 'entries';
    return isEntries ? answerEntries(browser, person, here, own, entries, typed) : answerQuestions(browser, person, here, typed);
  }
}

async function begin(browser: Browser, serviceKey: string): Promise<Page> {
  const list = await browser.get('/');
  const link = list.html.querySelector(`a[href="/${serviceKey}"]`);
  if (!link) throw new Stuck(`Die Startseite nennt den Dienst ${serviceKey} nicht`);
  const service = await browser.get(`/${serviceKey}`);
  const start = formsOn(service).find(({ action }) => action.endsWith('/antrag'));
  if (!start) throw new Stuck('Die Seite des Dienstes hat keinen Knopf zum Starten');
  return browser.post(start.action, { fields: [], files: [], multipart: false });
}

const submission = (check: Page): FormOnPage | undefined => formsOn(check).find(({ action }) => action.endsWith('/absenden'));

/** Nothing is missing but the signature of a second person. */
const signing = ({ html, path }: Page): boolean => html.querySelector(`a[href="${path.replace(/\/pruefen$/, '/mitzeichnung')}"]`) !== null;

/** Presses the button that submits. Returns the confirmation. */
export async function submitForm(browser: Browser, check: Page): Promise<Page> {
  const form = submission(check);
  if (!form) throw new Stuck(`${check.path} hat keinen Knopf zum Absenden`);
  // Every declaration is ticked.
  const fields = form.inputs.flatMap(({ name, kind, value, options }) =>
    kind === 'choice' ? options.map((option) => [name, option] as const) : [[name, value ?? ''] as const],
  );
  const last = await browser.post(form.action, { fields, files: [], multipart: false });
  if (last.status === 200 && last.path.endsWith('/fertig')) return last;
  throw new Stuck(`Absenden endet bei ${last.path} mit ${last.status}: ${heading(last)}`);
}

const heading = (page: Page): string => page.html.querySelector('h1')?.textContent.trim() ?? 'ohne Überschrift';

const missing = (page: Page): string =>
  page.html.querySelector('.kern-alert--warning li')?.textContent.trim().replace(/\s+/g, ' ') ?? heading(page);

const isEntryBelow = (address: string, path: string): boolean =>
  path !== address && !path.endsWith('/pruefen') && path.split('/').length > 4;
