import { showQuestionsAtOnce } from './live-questions.js';
import { makeCombobox } from './search-list.js';
import { showUploadProgress } from './upload-progress.js';

/** New questions of a form, too. */
function equip(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-search]:not([data-equipped])')) {
    field.dataset['equipped'] = '';
    makeCombobox(field, form);
  }
}

/** Everything here makes a finished page nicer. Without it, or when it fails, the forms work all the same. */
function begin(page: ParentNode): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-live]')) {
    equip(form);
    showQuestionsAtOnce(form, equip);
    showUploadProgress(form, begin);
  }
}

begin(document);
