// A citizen who fills in the form of three pages and submits it, as a browser without JavaScript does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const walk = JSON.parse(readFileSync(join(root, 'examples/drei-seiten/walk.json'), 'utf8'));
const pages = walk.steps.filter(({ fields }) => Object.keys(fields).length > 0);
const patienceMs = 90_000;

const hidden = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g;

/**
 * @param beforeSending awaited before the last button is pressed
 * @returns what the citizen knows afterwards: `id` of the application once there is one, `sent` if the last button was pressed, `reference` if the
 * page with the number was shown, `refused` with status and text of a page that said no, `broken` where the connection ended; and
 * `goOn`, which presses the button of that page once more, goes on from there, and changes these
 */
export async function apply(base, beforeSending = () => undefined) {
  const cookies = new Map();
  const seen = { id: null, sent: false, reference: null, refused: null, broken: false };
  const send = async (path, post) => {
    const response = await fetch(new URL(path, base), {
      method: post ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        ...(post && { origin: new URL(base).origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(post && { body: new URLSearchParams(post).toString() }),
      signal: AbortSignal.timeout(patienceMs),
    });
    for (const cookie of response.headers.getSetCookie()) cookies.set(...cookie.split(';')[0].split(/=(.*)/s).slice(0, 2));
    const text = await response.text();
    if (response.status >= 400) throw Object.assign(new Error('refused'), { refused: { status: response.status, text } });
    const location = response.headers.get('location');
    return location ? send(new URL(location, base).pathname) : { path, text };
  };
  /** Fills in the form of the page. */
  const fill = ({ path, text }, fields, action = path) => {
    const form = text.slice(text.indexOf(`action="${action}"`));
    const kept = Object.fromEntries([...form.slice(0, form.indexOf('</form>')).matchAll(hidden)].map(([, name, value]) => [name, value]));
    return send(action, { ...kept, ...fields });
  };
  let page;
  const steps = [
    async () => {
      page = await send(`${walk.entry}/antrag`, {});
      seen.id = /\/antrag\/([\w-]+)\//.exec(page.path)?.[1] ?? null;
    },
    ...pages.map(({ fields }) => async () => {
      page = await fill(page, fields);
    }),
    async () => {
      await beforeSending();
      seen.sent = true;
      const done = await fill(page, {}, `/antrag/${seen.id}/absenden`);
      seen.reference = /MH-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(done.text)?.[0] ?? null;
    },
  ];
  let next = 0;
  seen.goOn = async () => {
    Object.assign(seen, { refused: null, broken: false });
    try {
      for (; next < steps.length; next += 1) await steps[next]();
    } catch (error) {
      if (error.refused) seen.refused = error.refused;
      else seen.broken = true;
    }
  };
  await seen.goOn();
  return seen;
}
