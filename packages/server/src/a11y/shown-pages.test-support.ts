import type { ServicePackage } from '@serviceportal/form-engine';
import { openBrowser } from '../try/browser.js';
import type { Browser, Post } from '../try/browser.js';
import { formsOn } from '../try/form-on-page.js';
import type { FormOnPage, Input } from '../try/form-on-page.js';
import { setStage } from '../try/stage.js';
import type { Stage } from '../try/stage.js';
import { fillForm, submitForm } from '../try/walk.js';

/** A page as a browser gets it. */
export interface ShownPage {
  readonly address: string;
  readonly status: number;
  readonly html: string;
}

/** Every page of a service that a person meets on the way, right and wrong, and the portal that still answers for its style sheets. */
export interface Shown {
  readonly stage: Stage;
  readonly pages: readonly ShownPage[];
}

/**
 * Walks through a service and keeps every kind of page: as it first comes, with nothing filled in, with wrong answers, as a list with
 * and without entries, checked, submitted. Entries of one list look alike; their page is kept once.
 */
export async function shownPages(pkg: ServicePackage, seed: number): Promise<Shown> {
  const stage = await setStage(pkg);
  const kept = new Map<string, ShownPage>();
  const keep = (path: string, status: number, html: string): void => {
    if (status >= 300 && status < 400) return;
    const kind = `${path.replace(/\/antrag\/[^/]+/, '').replace(/\d+(\.\d+)*$/, 'n')} ${status} ${html.includes('portal-entries') ? 'with entries' : ''}`;
    if (!kept.has(kind)) kept.set(kind, { address: stage.base + path, status, html });
  };
  try {
    const { form } = stage.running.portal.office.services.byKey(pkg.key) ?? {};
    if (!form) throw new Error(`${pkg.key} is not there`);
    const browser = mistaken(openBrowser(stage.base, keep));
    for (const path of ['/status', '/impressum', '/datenschutz', '/barrierefreiheit', '/gibt-es-nicht']) await browser.get(path);
    const { check } = await fillForm(browser, pkg.key, form, seed);
    const application = check.path.replace(/\/[^/]+$/, '');
    for (const page of ['uebersicht', 'verwerfen']) await browser.get(`${application}/${page}`);
    await submitForm(browser, check);
    await browser.get(`${application}/stand`);
    return { stage, pages: [...kept.values()] };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** A person who first presses the button of every page without an answer, then with wrong ones, and only then fills it in. */
function mistaken(browser: Browser): Browser {
  const seen = new Set<string>();
  return {
    get: (path) => browser.get(path),
    async post(path, post) {
      const isPage = /^\/antrag\/[^/]+\/(?!absenden)/.test(path);
      if (isPage && !seen.has(path) && !post.fields.some(([name]) => name === '_add')) {
        seen.add(path);
        for (const wrong of [blank, nonsense]) {
          const form = formsOn(await browser.get(path)).find(({ action }) => action === path);
          if (form) await browser.post(path, postWith(form, wrong));
        }
      }
      return browser.post(path, post);
    },
  };
}

type Fill = (input: Input) => string | null;
const blank: Fill = ({ kind }) => (kind === 'choice' ? null : '');
const nonsense: Fill = ({ kind, name, options }) => (kind === 'choice' ? (options[0] ?? null) : name.endsWith('.year') ? '1' : '99');

function postWith(form: FormOnPage, fill: Fill): Post {
  const fields: [string, string][] = [];
  const files: [string, null][] = [];
  for (const input of form.inputs) {
    if (input.kind === 'file') files.push([input.name, null]);
    else {
      const text = input.kind === 'hidden' ? (input.value ?? '') : fill(input);
      if (text !== null) fields.push([input.name, text]);
    }
  }
  return { fields, files, multipart: form.multipart };
}
