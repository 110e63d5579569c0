import type { Form, ServicePackage } from '@serviceportal/form-engine';
import { openBrowser } from '../try/browser.js';
import type { Browser } from '../try/browser.js';
import { setStage } from '../try/stage.js';
import type { Stage } from '../try/stage.js';
import { fillForm, submitForm } from '../try/walk.js';
import { afterSubmission } from './after-submission.test-support.js';
import { coSigned } from './co-signed.test-support.js';
import { elsewhere } from './elsewhere.test-support.js';
import { KeptPages, kindOf } from './kept-pages.test-support.js';
import type { ShownPage } from './kept-pages.test-support.js';
import { mistaken } from './mistaken.test-support.js';
import { portalPages } from './portal-pages.test-support.js';

/** Every page of a service that a person meets on the way, right and wrong, and the portal that still answers for its style sheets. */
export interface Shown {
  readonly stage: Stage;
  /** Of the service. */
  readonly title: string;
  readonly pages: readonly ShownPage[];
  /** Addresses of pages of the form that no walk has led to. */
  readonly unseen: readonly string[];
}

const often = 1_000_000;
const municipality = {
  demonstration: true,
  limits: { requestsPerMinute: often, startsPerMinute: often, statusLookupsPerMinute: often, resumesPerMinute: often },
};

/** With each of these seeds every question is answered, and other parts of choices are taken. */
const seeds = [3, 6, 9, 12];

/**
 * Walks through a service and keeps every kind of page in every state: as it first comes, with nothing filled in, with wrong answers and
 * refused files, as a list with and without entries, filled in, checked, shared, signed, submitted, asked about, taken back.
 *
 * @param walks so many times at most, until every page of the form was met
 */
export async function shownPages(pkg: ServicePackage, walks = seeds.length): Promise<Shown> {
  const stage = await setStage(pkg, municipality);
  try {
    const { form } = stage.running.portal.office.services.byKey(pkg.key) ?? {};
    if (!form) throw new Error(`${pkg.key} is not there`);
    const kept = new KeptPages(stage.base);
    const open = (): Browser => openBrowser(stage.base, kept.keep);
    const seen = new Set<string>();
    await throughForm(stage, pkg, form, open, seen);
    for (const seed of seeds.slice(1, walks)) {
      if (unseenOf(form, seen).length === 0) break;
      await filledIn(open(), pkg, form, seed, seen);
    }
    return { stage, title: pkg.service.title, pages: kept.pages, unseen: unseenOf(form, seen) };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** The pages of a portal that no service has a part in. */
export async function shownPortal(pkg: ServicePackage): Promise<Shown> {
  const stage = await setStage(pkg, municipality);
  try {
    const kept = new KeptPages(stage.base);
    await portalPages(openBrowser(stage.base, kept.keep));
    return { stage, title: pkg.service.title, pages: kept.pages, unseen: [] };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** From the first page to the end of the case. */
async function throughForm(stage: Stage, pkg: ServicePackage, form: Form, open: () => Browser, seen: Set<string>): Promise<void> {
  const citizen = open();
  await citizen.get(`/${pkg.key}/datenschutz`);
  const filled = await filledIn(citizen, pkg, form, seeds[0] ?? 0, seen);
  const application = filled.check.path.replace(/\/[^/]+$/, '');
  await elsewhere(citizen, open(), application);
  const check = pkg.workflow.coSign ? await coSigned(citizen, open(), application) : filled.check;
  await submitForm(mistaken(citizen), check);
  await afterSubmission(stage, citizen, open(), pkg.key, application);
}

/** A form that is filled in with all mistakes; afterwards every page of it is looked at once more. */
async function filledIn(browser: Browser, pkg: ServicePackage, form: Form, seed: number, seen: Set<string>) {
  const filled = await fillForm(mistaken(browser), pkg.key, form, seed);
  const again = new Set<string>();
  for (const path of filled.pages) {
    seen.add(path.split('/')[3] ?? '');
    if (again.has(kindOf(path))) continue;
    again.add(kindOf(path));
    await browser.get(path);
  }
  return filled;
}

const unseenOf = (form: Form, seen: ReadonlySet<string>): string[] => [...form.pageBySlug.keys()].filter((slug) => !seen.has(slug));
