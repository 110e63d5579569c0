import type { FormDefinition, FormNode, ServicePackage } from '@serviceportal/form-engine';
import type { Page } from 'playwright-core';
import { startSmallPortal, type SmallPortal } from '../small-portal.test-support.js';
import { smallService } from '../small-service.test-support.js';
import { goOn, press } from './filling-in.test-support.js';
import { invite, type Visitors } from './visitors.test-support.js';

/** A form of one's own, in a portal of its own, opened by a person with or without JavaScript. */
export interface OpenForm extends Visitors {
  readonly portal: SmallPortal;
  readonly base: string;
  /** A new application on its first page, 320 px wide. */
  begin(options?: { readonly javaScript?: boolean }): Promise<Page>;
  /** Presses a button, the last of its name, and looks at what comes. */
  press(page: Page, name: string | RegExp): Promise<void>;
  goOn(page: Page): Promise<void>;
  close(): Promise<void>;
}

interface Around {
  /** What the service has besides its form. */
  readonly service?: Partial<ServicePackage>;
  /** Changes of the municipality's configuration. */
  readonly changes?: object;
}

export async function openForm(
  children: readonly FormNode[],
  more: Partial<FormDefinition> = {},
  { service = {}, changes = {} }: Around = {},
): Promise<OpenForm> {
  const form: FormDefinition = { schema: { id: 'S1', version: '1.0', name: 'Probe' }, children, codeLists: {}, rules: [], ...more };
  const portal = await startSmallPortal({ service: { ...smallService, ...service, form }, changes });
  const visitors = await invite();
  const { device, look } = visitors;
  return {
    ...visitors,
    portal,
    base: portal.base,
    async begin({ javaScript = true } = {}) {
      const page = await device({ javaScriptEnabled: javaScript });
      await page.goto(`${portal.base}/probe`);
      await page.getByRole('button', { name: 'Antrag starten' }).click();
      return page;
    },
    async press(page, name) {
      await press(page, name);
      await look(page);
    },
    async goOn(page) {
      await goOn(page);
      await look(page);
    },
    async close() {
      await visitors.leave();
      await portal.close();
    },
  };
}
