import { showQuestionsAtOnce } from './live-questions.js';

// Everything here makes a finished page nicer. Without it, or when it fails, the forms work all the same.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) showQuestionsAtOnce(form);
