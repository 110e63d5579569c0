import type { Browser, Post } from '../try/browser.js';
import { formsOn } from '../try/form-on-page.js';
import type { FormOnPage, Input } from '../try/form-on-page.js';
import type { SampleFile } from '../try/values/sample-files.js';
import { kindOf } from './kept-pages.test-support.js';

/**
 * A person who gets everything wrong before getting it right: on every kind of page presses the button without an answer, answers
 * wrongly, sends files that are none, searches, asks for one more, comes from another tab – and only then goes on as intended.
 */
export function mistaken(browser: Browser): Browser {
  const seen = new Set<string>();
  return {
    get: (path) => browser.get(path),
    async post(path, post) {
      const kind = kindOf(path);
      if (/^\/antrag\/[^/]+\/(?!absenden)/.test(path) && !seen.has(kind)) {
        seen.add(kind);
        for (const wrong of mistakes) {
          const form = formsOn(await browser.get(path)).find(({ action }) => action === path);
          const wrongPost = form && wrong(form);
          if (wrongPost) await browser.post(path, wrongPost);
        }
      }
      const undeclared = post.fields.filter(([name]) => name !== 'erklaerung');
      if (undeclared.length < post.fields.length) await browser.post(path, { ...post, fields: undeclared });
      return browser.post(path, post);
    },
  };
}

type Mistake = (form: FormOnPage) => Post | null;

const mistakes: readonly Mistake[] = [
  (form) => filled(form, blank),
  (form) => (isList(form) ? null : filled(form, wrong)),
  (form) => pressed(form, '_search'),
  (form) => (isList(form) ? null : pressed(form, '_add')),
  fromAnotherTab,
];

const isList = ({ inputs }: FormOnPage): boolean => inputs.every(({ kind }) => kind === 'hidden');

type Fill = (input: Input) => string | SampleFile | null;

const blank: Fill = ({ kind }) => (kind === 'choice' || kind === 'file' ? null : '');
const noFile: SampleFile = { name: 'Nachweis Müll ß.pdf', mediaType: 'application/pdf', bytes: Buffer.from('MZ no document') };
const wrong: Fill = ({ kind, name, options }) => {
  if (kind === 'choice') return options[0] ?? null;
  if (kind === 'file') return noFile;
  return name.endsWith('.year') ? '1' : '99';
};

function filled(form: FormOnPage, fill: Fill): Post {
  const fields: [string, string][] = [];
  const files: [string, SampleFile | null][] = [];
  for (const input of form.inputs) {
    const answer = input.kind === 'hidden' ? (input.value ?? '') : fill(input);
    if (input.kind === 'file') files.push([input.name, typeof answer === 'string' ? null : answer]);
    else if (typeof answer === 'string') fields.push([input.kind === 'search' ? `${input.name}.search` : input.name, answer]);
  }
  return { fields, files, multipart: form.multipart };
}

/** Without answers, by another button than the one that leads on. */
function pressed(form: FormOnPage, button: string): Post | null {
  const found = form.buttons.find(({ name }) => name === button);
  if (!found) return null;
  const post = filled(form, ({ kind }) => (kind === 'search' ? 'a' : null));
  return { ...post, fields: [...post.fields, [found.name, found.value]] };
}

/** The list was changed elsewhere since the page was shown. */
function fromAnotherTab(form: FormOnPage): Post | null {
  if (!form.inputs.some(({ name }) => name === '_list')) return null;
  const post = filled(form, blank);
  const fields = post.fields.map(([name, value]) => [name, name === '_list' ? 'anders' : value] as const);
  return { ...post, fields: isList(form) ? [...fields, ['_add', '1']] : fields };
}
