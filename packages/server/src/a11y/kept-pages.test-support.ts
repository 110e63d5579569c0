import { shapeOf } from './shape.test-support.js';

/** A page as a browser gets it. */
export interface ShownPage {
  readonly address: string;
  readonly status: number;
  readonly html: string;
}

/** The kind of page that an address leads to: without the number of the application and of the entry in a list. */
export const kindOf = (path: string): string =>
  path.replace(/^\/(antrag|mitzeichnung|amt\/vorgang)\/[^/]+/, '/$1').replace(/\/\d+(\.\d+)*$/, '/n');

/** Takes every answer of a portal and keeps one page of each kind and shape. */
export class KeptPages {
  readonly #kept = new Map<string, ShownPage>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  readonly keep = (path: string, status: number, html: string): void => {
    if ((status >= 300 && status < 400) || !html.startsWith('<!doctype html>')) return;
    const key = `${kindOf(path)} ${status} ${shapeOf(html)}`;
    if (!this.#kept.has(key)) this.#kept.set(key, { address: this.#base + path, status, html });
  };

  get pages(): readonly ShownPage[] {
    return [...this.#kept.values()];
  }
}
