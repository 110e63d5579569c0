import type { Locator, Page } from 'playwright-core';

const longestWay = 120;

/** A person whose hands never leave the keyboard. */
export interface Typist {
  /** The Tab key, until the focus is there. */
  tabTo(target: Locator): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  write(text: string): Promise<void>;
  /** Tab to it and press Enter, as on a link or a button. */
  open(target: Locator): Promise<void>;
  /** Tab to a text field and write into it. */
  fill(target: Locator, text: string): Promise<void>;
  hasFocus(target: Locator): Promise<boolean>;
}

export function typistAt(page: Page): Typist {
  // Choosers are caught only while somebody listens. Who starts to listen at the key press comes too late in a fast browser.
  page.on('filechooser', () => undefined);
  const isActive = (target: Locator): Promise<boolean> =>
    target.first().evaluate((element) => element === element.ownerDocument.activeElement);
  const hasFocus = async (target: Locator): Promise<boolean> => (await target.count()) > 0 && isActive(target);
  async function tabTo(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let stop = 0; stop < longestWay; stop++) {
      if (await isActive(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not lead to ${String(target)} on ${page.url()}`);
  }
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }
  return {
    tabTo,
    press,
    hasFocus,
    write: (text) => page.keyboard.type(text),
    async open(target) {
      await tabTo(target);
      await press('Enter');
    },
    async fill(target, text) {
      await tabTo(target);
      await page.keyboard.type(text);
    },
  };
}
