import { performance } from 'node:perf_hooks';
import { packageFrom } from '../preview/preview-packages.js';
import { openBrowser } from './browser.js';
import { checkArrived } from './check-arrived.js';
import { checkHandedOver, handedOver } from './check-hand-over.js';
import { setStage } from './stage.js';
import { fillForm, submitForm } from './walk.js';

export interface TryResult {
  readonly schema: string;
  /** Pages of the form that were filled in. */
  readonly pages: number;
  /** Questions that the form can ask. */
  readonly fields: number;
  readonly openItems: number;
  readonly submitted: boolean;
  readonly delivered: boolean;
  readonly seconds: number;
  /** The first thing that went wrong. */
  readonly problem?: string;
}

/**
 * Puts a schema, package folder or archive online, fills in and submits an application over HTTP, waits for the hand-over and
 * checks what arrived. The same seed gives the same answers. Throws nothing: `problem` says what went wrong.
 */
export async function tryPortal(path: string, { seed }: { readonly seed: number }): Promise<TryResult> {
  const begun = performance.now();
  let known = { schema: path, pages: 0, fields: 0, openItems: 0, submitted: false, delivered: false };
  const seconds = (): number => Math.round(performance.now() - begun) / 1000;
  try {
    const pkg = await packageFrom(path);
    const { schema } = pkg.form;
    known = {
      ...known,
      schema: schema.version === undefined ? schema.id : `${schema.id}V${schema.version}`,
      openItems: pkg.openItems.length,
    };
    const stage = await setStage(pkg);
    try {
      const { form } = stage.running.portal.office.services.byKey(pkg.key) ?? {};
      if (!form) throw new Error('The service is not there');
      known = { ...known, fields: form.positions.filter(({ node }) => node.kind === 'field').length };
      const browser = openBrowser(stage.base);
      const filled = await fillForm(browser, pkg.key, form, seed);
      known = { ...known, pages: filled.pages.size };
      const last = await submitForm(browser, filled.check);
      known = { ...known, submitted: true };
      const id = last.path.split('/')[2] ?? '';
      await handedOver(stage, id);
      await checkHandedOver(stage, pkg, id);
      await checkArrived(stage, pkg, id, filled);
      return { ...known, delivered: true, seconds: seconds() };
    } finally {
      await stage.close();
    }
  } catch (error) {
    return { ...known, seconds: seconds(), problem: error instanceof Error ? error.message : String(error) };
  }
}
