import type { Locator } from 'playwright-core';

// Of the browser, where the function below runs; its types are none of this project's.
declare const getComputedStyle: (element: unknown) => { getPropertyValue(name: string): string };

/** What the browser makes of a property of the first such element. */
export const styleOf = (locator: Locator, property: string): Promise<string> =>
  locator.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
