import type { HTMLElement } from 'node-html-parser';
import type { Page } from './browser.js';

export interface Input {
  readonly name: string;
  /** `search`: a long list; what may be chosen is not on the page. */
  readonly kind: 'text' | 'choice' | 'search' | 'file' | 'hidden';
  /** What it holds: typed, chosen, or null. */
  readonly value: string | null;
  /** Values that may be chosen, without the empty one. */
  readonly options: readonly string[];
  readonly accept: string;
  readonly maxLength: number | null;
  /** The question as it is put. */
  readonly label: string;
}

export interface FormOnPage {
  readonly action: string;
  readonly multipart: boolean;
  readonly inputs: readonly Input[];
  /** Names and values of the submit buttons that have one. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
}

/** The forms of a page that post to an address. */
export function formsOn(page: Page): FormOnPage[] {
  return page.html.querySelectorAll('form[method="post"]').map((form) => ({
    action: form.getAttribute('action') ?? page.path,
    multipart: form.getAttribute('enctype') === 'multipart/form-data',
    inputs: inputsOf(form),
    buttons: form
      .querySelectorAll('button[name]')
      .map((button) => ({ name: button.getAttribute('name') ?? '', value: button.getAttribute('value') ?? '' })),
  }));
}

/** What the page says is wrong: the list at its top. */
export function mistakesOn(page: Page): { readonly text: string; readonly href: string }[] {
  return page.html.querySelectorAll('#fehler li').map((item) => ({
    text: item.textContent.trim(),
    href: item.querySelector('a')?.getAttribute('href') ?? '',
  }));
}

function inputsOf(form: HTMLElement): Input[] {
  const inputs = new Map<string, Input>();
  for (const element of form.querySelectorAll('input[name], textarea[name], select[name]')) {
    const input = inputOf(element);
    const before = inputs.get(input.name);
    // Radio buttons of one question share a name; what is searched for stands beside them.
    if (before?.kind === 'search') continue;
    inputs.set(
      input.name,
      before ? { ...before, options: [...before.options, ...input.options], value: before.value ?? input.value } : input,
    );
  }
  return [...inputs.values()];
}

function inputOf(element: HTMLElement): Input {
  const attribute = (name: string): string => element.getAttribute(name) ?? '';
  const length = attribute('maxlength');
  const common = {
    name: attribute('name'),
    options: [],
    accept: attribute('accept'),
    maxLength: length === '' ? null : Number(length),
    label: labelOf(element),
  };
  if (element.tagName === 'SELECT') {
    const options = element.querySelectorAll('option').map((option) => option.getAttribute('value') ?? '');
    const chosen = element.querySelector('option[selected]')?.getAttribute('value') ?? null;
    return { ...common, kind: 'choice', value: chosen || null, options: options.filter((option) => option !== '') };
  }
  if (element.tagName === 'TEXTAREA') return { ...common, kind: 'text', value: element.textContent };
  const type = attribute('type');
  if (common.name.endsWith('.search')) return { ...common, name: common.name.slice(0, -'.search'.length), kind: 'search', value: null };
  if (type === 'radio' || type === 'checkbox') {
    return { ...common, kind: 'choice', value: element.hasAttribute('checked') ? attribute('value') : null, options: [attribute('value')] };
  }
  const kind = type === 'hidden' ? 'hidden' : type === 'file' ? 'file' : 'text';
  return { ...common, kind, value: attribute('value') };
}

/** The words of the outermost question around an input: those of a date, not of its day. */
function labelOf(element: HTMLElement): string {
  let question: HTMLElement | null = null;
  for (let around: HTMLElement | null = element; around; around = around.parentNode as HTMLElement | null)
    if (around.classList?.contains('portal-field')) question = around;
  return question?.querySelector('.kern-label span')?.textContent.trim() ?? '';
}
