import type { Page } from 'playwright-core';

/** With colours that a person has chosen (forced colours), backgrounds and shadows are gone: one must still see where an input is. */
const unseen = `(() => {
  const bordered = (element) => {
    const { borderBottomStyle, borderBottomWidth } = getComputedStyle(element);
    return borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) > 0;
  };
  const found = [];
  for (const element of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { appearance, opacity } = getComputedStyle(element);
    // KERN draws the line of a list of choices around the box it is in; a file is chosen by a button of the browser.
    const drawn = bordered(element) || bordered(element.parentElement) || element.type === 'file' || !['none', 'textfield'].includes(appearance);
    if (!drawn && opacity !== '0') found.push('one does not see where this is: ' + element.outerHTML.slice(0, 120));
  }
  return found;
})()`;

/** What one does not see in forced colours. The page must be shown in them. */
export const forcedColourFindings = (page: Page): Promise<string[]> => page.evaluate<string[]>(unseen);
