import type { Browser, Page } from './browser.js';
import type { Person } from './fill-in.js';
import type { FormOnPage } from './form-on-page.js';
import { mistakesOn } from './form-on-page.js';
import type { Form, Instance } from '@serviceportal/form-engine';
import { instanceName } from '@serviceportal/form-engine';
import { Stuck } from './stuck.js';
import type { TypedAnswers } from './typed-answers.js';

/** Adds entries to a list until there are enough, then goes on. `wanted` remembers how many, by address. */
export async function answerEntries(
  browser: Browser,
  person: Person,
  page: Page,
  form: FormOnPage,
  wanted: Map<string, number>,
  typed: TypedAnswers,
): Promise<Page> {
  const count = page.html.querySelectorAll('.portal-entry').length;
  const canAdd = form.buttons.some(({ name }) => name === '_add');
  const fields = form.inputs.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const);
  typed.entries.set(groupName(person, page.path), count);
  const target = wanted.get(page.path) ?? howMany(person, page.path);
  wanted.set(page.path, target);
  const more = count < target && canAdd;
  const next = await browser.post(form.action, { fields: more ? [...fields, ['_add', '1']] : fields, files: [], multipart: false });
  if (next.status !== 422) return next;
  if (target > count + 10) throw new Stuck(`${page.path}: ${mistakesOn(next)[0]?.text ?? 'führt nicht weiter'}`);
  // Too few: one more than there are.
  wanted.set(page.path, count + 1);
  return browser.post(form.action, { fields: [...fields, ['_add', '1']], files: [], multipart: false });
}

/** One or two entries, within the bounds; none of an optional list now and then, or where another part was chosen. */
function howMany({ form, chance, decisions, skipped }: Person, path: string): number {
  const { position, indices } = listAt(form, path);
  const { node } = position;
  if (!decisions.applies({ position, indices }, [])) return 0;
  if (node.min === 0 && chance.percent(skipped)) return 0;
  // Lists within lists multiply.
  const most = Math.min(node.max ?? 2, indices.length > 0 ? 1 : 2);
  return Math.max(node.min, chance.whole(1, Math.max(1, most)));
}

/** The group whose entries a page lists, by the page's address. */
function listAt(form: Form, path: string): Instance {
  const [slug = '', instance] = path.split('/').slice(3);
  const page = form.pageBySlug.get(slug);
  if (page?.kind !== 'entries') throw new Stuck(`${path} ist keine Liste`);
  return { position: page.group, indices: instance === undefined ? [] : instance.split('.').map((number) => Number(number) - 1) };
}

function groupName({ form }: Person, path: string): string {
  const { position, indices } = listAt(form, path);
  return instanceName(position, indices);
}
