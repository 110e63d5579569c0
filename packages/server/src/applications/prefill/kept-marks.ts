import { parseInstanceName, readAnswer, sourceOf } from '@serviceportal/form-engine';
import type { Answers, Form, Prefilled } from '@serviceportal/form-engine';

/** The marks of what is handed over as it was filled in: nothing else from a source is kept. */
export function keptMarks(form: Form, prefilled: Prefilled | undefined, answers: Answers): Prefilled {
  const kept = Object.entries(prefilled ?? {}).filter(([name]) => {
    const at = parseInstanceName(form, name);
    return at !== null && sourceOf(prefilled, name, readAnswer(answers, at.position, at.indices)) !== null;
  });
  return Object.fromEntries(kept);
}
