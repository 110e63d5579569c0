import { answeredForm, answersOf } from './ask-server.js';
import { mergeItems } from './merge-items.js';
import type { Change } from './merge-items.js';

/** Milliseconds without a key until what was typed is looked at. */
const typingPause = 400;

/**
 * Conditional questions appear and go as soon as an answer decides about them. The server says what is asked, from the answers
 * as they stand in the form; nothing is stored by that. Where it cannot be reached, the questions come with the next page.
 * `equip` gets the form with new questions in it.
 */
export function showQuestionsAtOnce(form: HTMLFormElement, equip: (form: HTMLFormElement) => void): void {
  const parked = new Map<string, HTMLElement>();
  let running = new AbortController();
  let timer: number | undefined;
  let known = '';

  const ask = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), pause);
  };
  const stop = (): void => {
    clearTimeout(timer);
    running.abort();
  };

  async function refresh(): Promise<void> {
    const body = answersOf(form);
    if (body.toString() === known) return;
    stop();
    running = new AbortController();
    known = body.toString();
    try {
      const fresh = await answeredForm(form, body, running.signal);
      if (fresh) show(fresh);
    } catch {
      // Aborted, or no network: the next change asks again.
      known = '';
    }
  }

  function show(fresh: HTMLFormElement): void {
    const focused = document.activeElement;
    const before = focused?.getBoundingClientRect().top ?? 0;
    const change: Change = { added: [], removed: [] };
    const answered = containersOf(fresh);
    containersOf(form).forEach((container, index) => {
      const other = answered[index];
      if (other) mergeItems(container, other, parked, change);
    });
    form.enctype = fresh.enctype;
    noteSeen(form, change.added);
    equip(form);
    if (focused instanceof HTMLElement && document.activeElement !== focused) document.getElementById(focused.id)?.focus();
    if (focused?.isConnected) scrollBy(0, focused.getBoundingClientRect().top - before);
    announce(form, change);
  }

  form.addEventListener('change', ({ target }) => {
    if (decides(target)) ask(0);
  });
  form.addEventListener('input', ({ target }) => {
    if (decides(target)) ask(typingPause);
  });
  form.addEventListener('submit', stop);
  // A browser that comes back to the page brings answers along that the server does not know.
  addEventListener('pageshow', () => {
    if ([...form.elements].some((element) => decides(element) && isChanged(element))) ask(0);
  });
}

const decides = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-decides]') !== null;

const containersOf = (form: HTMLFormElement): Element[] => [...form.querySelectorAll(':scope > [data-items]')];

/** So that the server knows which questions were on the page when it is sent. */
function noteSeen(form: HTMLFormElement, added: readonly HTMLElement[]): void {
  for (const { dataset } of added) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = '_seen';
    input.value = dataset['item'] ?? '';
    form.append(input);
  }
}

function announce(form: HTMLFormElement, { added, removed }: Change): void {
  const status = form.querySelector<HTMLElement>('[role=status][data-added]');
  const say = (start: string | undefined, items: readonly HTMLElement[]): string =>
    items.length > 0 ? `${start ?? ''} ${items.map(questionOf).join(', ')}. ` : '';
  const text = say(status?.dataset['added'], added) + say(status?.dataset['removed'], removed);
  if (status && text !== '') status.textContent = text.trim();
}

/** The words of a question or section; of a note all of it. */
const questionOf = (item: HTMLElement): string =>
  (item.querySelector('.kern-label > span, legend span') ?? item).textContent.trim().replace(/\s+/g, ' ');

function isChanged(element: Element): boolean {
  if (element instanceof HTMLInputElement)
    return (
      element.checked !== element.defaultChecked || (!['radio', 'hidden'].includes(element.type) && element.value !== element.defaultValue)
    );
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  return element instanceof HTMLSelectElement && [...element.options].some((option) => option.selected !== option.defaultSelected);
}
