import { parse } from 'node-html-parser';
import type { HTMLElement } from 'node-html-parser';
import type { SampleFile } from './values/sample-files.js';

export interface Page {
  readonly status: number;
  /** Path of the address, after redirects. */
  readonly path: string;
  readonly html: HTMLElement;
}

export interface Post {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly (readonly [string, SampleFile | null])[];
  readonly multipart: boolean;
}

/** As much of a browser as a person without JavaScript needs: cookies, redirects, forms. */
export interface Browser {
  get(path: string): Promise<Page>;
  post(path: string, post: Post): Promise<Page>;
}

const mostRedirects = 10;

/**
 * @param onAnswer called with every answer and its text, redirects included, before anything else is asked for
 * @param kept cookies that the browser has already
 */
export function openBrowser(
  base: string,
  onAnswer: (path: string, status: number, text: string) => void = () => undefined,
  kept: Readonly<Record<string, string>> = {},
): Browser {
  const cookies = new Map(Object.entries(kept));

  async function send(path: string, init: RequestInit): Promise<Page> {
    let request: RequestInit = init;
    let address = new URL(path, base);
    for (let hop = 0; hop < mostRedirects; hop++) {
      const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
      const response = await fetch(address, { ...request, headers, redirect: 'manual' });
      response.headers.getSetCookie().forEach(keep);
      const text = await response.text();
      onAnswer(address.pathname, response.status, text);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) {
        return { status: response.status, path: address.pathname, html: parse(text) };
      }
      address = new URL(location, address);
      request = { method: 'GET' };
    }
    throw new Error(`${path} redirects without end`);
  }

  function keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    get: (path) => send(path, { method: 'GET' }),
    post: (path, post) => send(path, { method: 'POST', body: bodyOf(post) }),
  };
}

function bodyOf({ fields, files, multipart }: Post): URLSearchParams | FormData {
  if (!multipart) return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const [name, file] of files) {
    // A browser sends an empty file input as a file without name.
    if (file) form.append(name, new File([new Uint8Array(file.bytes)], file.name, { type: file.mediaType }));
    else form.append(name, new File([], '', { type: 'application/octet-stream' }));
  }
  return form;
}
