import { showQuestionsAtOnce } from './live-questions.js';
import { makeCombobox } from './search-list.js';

/** Everything here makes a finished page nicer. Without it, or when it fails, the forms work all the same. */
function equip(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-search]:not([data-equipped])')) {
    field.dataset['equipped'] = '';
    makeCombobox(field, form);
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) {
  equip(form);
  showQuestionsAtOnce(form, equip);
}
