import { answeredForm, answersOf } from './ask-server.js';

/** Milliseconds without a key until the list is searched. */
const typingPause = 200;

/**
 * Makes a long list that is searched with a button a combobox (ARIA Authoring Practices, "Editable Combobox With List
 * Autocomplete"): the matches come while one types. They are those of the page itself, from the server.
 */
export function makeCombobox(field: HTMLElement, form: HTMLFormElement): void {
  const input = field.querySelector<HTMLInputElement>('input[name$=".search"]');
  const button = field.querySelector<HTMLButtonElement>('button[name=_search]');
  if (!input || !button) return;
  const choice = Object.assign(document.createElement('input'), { type: 'hidden', name: button.value });
  const list = Object.assign(document.createElement('ul'), { id: `${input.id}-list`, className: 'portal-listbox' });
  const status = Object.assign(document.createElement('p'), { className: 'kern-body portal-search__found' });
  let active = -1;
  let timer: number | undefined;
  let running = new AbortController();

  const chosen = field.querySelector<HTMLInputElement>('[type=radio]:checked');
  const options = (): HTMLLIElement[] => [...list.querySelectorAll('li')];

  function setUp(box: HTMLInputElement, search: HTMLButtonElement): void {
    if (chosen?.value) box.value = labelOf(chosen);
    setChoice(chosen?.value ?? '');
    for (const part of field.querySelectorAll('.portal-search__found, .kern-fieldset__body')) part.remove();
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.querySelector('legend')?.textContent.trim() ?? '');
    status.setAttribute('role', 'status');
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id }))
      box.setAttribute(name, value);
    search.replaceWith(choice);
    box.closest('.portal-search')?.append(list);
    box.closest('.portal-search')?.after(status);
    show([]);
  }

  function setChoice(code: string): void {
    choice.value = code;
    // Without a value it is no part of the post: then what was typed counts.
    choice.disabled = code === '';
  }

  function show(matches: readonly { readonly value: string; readonly label: string }[]): void {
    list.replaceChildren(
      ...matches.map(({ value, label }, index) => {
        const option = Object.assign(document.createElement('li'), { id: `${list.id}-${index}`, textContent: label });
        option.setAttribute('role', 'option');
        option.dataset['value'] = value;
        return option;
      }),
    );
    input?.setAttribute('aria-expanded', String(matches.length > 0));
    activate(-1);
  }

  function activate(index: number): void {
    active = index;
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = options()[index];
    if (option) input?.setAttribute('aria-activedescendant', option.id);
    else input?.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  function choose(option: HTMLLIElement | undefined): void {
    if (!option || !input) return;
    stop();
    input.value = option.textContent;
    setChoice(option.dataset['value'] ?? '');
    show([]);
    status.textContent = '';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function stop(): void {
    clearTimeout(timer);
    running.abort();
  }

  async function search(): Promise<void> {
    running = new AbortController();
    try {
      const fresh = await answeredForm(form, answersOf(form), running.signal);
      const found = [...(fresh?.querySelectorAll<HTMLElement>('[data-search]') ?? [])].find(
        ({ dataset }) => dataset['item'] === field.dataset['item'],
      );
      if (!found) return;
      const radios = [...found.querySelectorAll<HTMLInputElement>('[type=radio]')].filter(({ value }) => value !== '');
      show(radios.map((radio) => ({ value: radio.value, label: labelOf(radio) })));
      status.textContent = found.querySelector('.portal-search__found')?.textContent ?? '';
    } catch {
      // Aborted, or no network: what was typed goes along with the form, and the server looks for it.
    }
  }

  input.addEventListener('input', (event) => {
    event.stopPropagation();
    setChoice('');
    stop();
    if (input.value.trim() === '') show([]);
    else timer = setTimeout(() => void search(), typingPause);
  });
  input.addEventListener('change', (event) => event.stopPropagation());
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Enter' && active >= 0) choose(options()[active]);
    else if (event.key === 'Escape' && count > 0) show([]);
    else if (event.key === 'ArrowDown' && count > 0) activate((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) activate((active <= 0 ? count : active) - 1);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => {
    const typed = input.value.trim().toLowerCase();
    choose(options().find((option) => option.textContent.toLowerCase() === typed));
    show([]);
  });
  // The input keeps the focus while a match is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => choose((target as Element).closest('li') ?? undefined));
  form.addEventListener('submit', stop);
  setUp(input, button);
}

const labelOf = (radio: HTMLInputElement): string =>
  radio.parentElement?.querySelector('label')?.textContent.trim().replace(/\s+/g, ' ') ?? '';
