// Real posts of real pages: applications are filled in over HTTP as `serviceportal try` does, and what was sent is kept.
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const { openBrowser } = await import(join(root, 'packages/server/dist/try/browser.js'));
const { fillForm } = await import(join(root, 'packages/server/dist/try/walk.js'));
const { previewPackage } = await import(join(root, 'packages/fim-import/dist/index.js'));
const { compileForm } = await import(join(root, 'packages/form-engine/dist/index.js'));

/** Fills in one application; returns the accepted post of the page with the most answers. */
async function richestPost(base, key, form, seed) {
  const send = globalThis.fetch;
  let richest;
  globalThis.fetch = async (address, init) => {
    const response = await send(address, init);
    const { pathname } = new URL(address);
    const answers = init.body instanceof URLSearchParams ? [...init.body].filter(([, value]) => value !== '').length : 0;
    if (
      init.method === 'POST' &&
      response.status === 303 &&
      /^\/antrag\/[^/]+\/(?!absenden)/.test(pathname) &&
      answers > (richest?.answers ?? 0)
    ) {
      richest = { path: pathname, cookie: init.headers.cookie, body: init.body.toString(), answers };
    }
    return response;
  };
  try {
    await fillForm(openBrowser(base), key, form, seed);
  } finally {
    globalThis.fetch = send;
  }
  if (!richest) throw new Error('No page took a post');
  return richest;
}

export async function recordPosts(base, schema, users) {
  const { key, form: definition } = await previewPackage(schema);
  const form = compileForm(definition);
  const posts = [];
  for (let user = 0; user < users; user += 1) posts.push(await richestPost(base, key, form, 3));
  return { posts, key };
}
