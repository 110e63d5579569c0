// Real posts of real pages: applications are filled in over HTTP as `serviceportal try` does, and what was sent is kept.
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const { openBrowser } = await import(join(root, 'packages/server/dist/try/browser.js'));
const { fillForm } = await import(join(root, 'packages/server/dist/try/walk.js'));
const { previewPackage } = await import(join(root, 'packages/fim-import/dist/index.js'));
const { compileForm } = await import(join(root, 'packages/form-engine/dist/index.js'));

const placeOf = (pathname) => pathname.split('/').slice(3).join('/');

/** Ends a walk whose rest nobody needs. */
class Enough extends Error {}

/**
 * Fills in one application; returns the accepted post of the page with the most answers. `place`: which page that is, if known already:
 * the walk ends there.
 */
async function richestPost(base, key, form, seed, place) {
  const send = globalThis.fetch;
  let richest;
  globalThis.fetch = async (address, init) => {
    if (place !== undefined && richest) throw new Enough();
    const response = await send(address, init);
    const { pathname } = new URL(address);
    const answers = init.body instanceof URLSearchParams ? [...init.body].filter(([, value]) => value !== '').length : 0;
    const isPage = init.method === 'POST' && response.status === 303 && /^\/antrag\/[^/]+\/(?!absenden)/.test(pathname);
    const isRicher = place === undefined ? answers > (richest?.answers ?? 0) : placeOf(pathname) === place;
    if (isPage && isRicher) richest = { path: pathname, cookie: init.headers.cookie, body: init.body.toString(), answers };
    return response;
  };
  try {
    await fillForm(openBrowser(base), key, form, seed);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  } finally {
    globalThis.fetch = send;
  }
  if (!richest) throw new Error('No page took a post');
  return richest;
}

export async function recordPosts(base, schema, users) {
  const { key, form: definition } = await previewPackage(schema);
  const form = compileForm(definition);
  const posts = [await richestPost(base, key, form, 3)];
  while (posts.length < users) posts.push(await richestPost(base, key, form, 3, placeOf(posts[0].path)));
  return { posts, key };
}
