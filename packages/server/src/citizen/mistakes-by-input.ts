import type { Link } from '@serviceportal/form-engine';

/** What is wrong with each input, by its id, from the list that leads to them. */
export function mistakesByInput(errors: readonly Link[]): Record<string, string> {
  const mistakes: Record<string, string> = {};
  for (const { label, href } of errors) {
    const id = href.replace(/^#/, '');
    mistakes[id] = mistakes[id] === undefined ? label : `${mistakes[id]} ${label}`;
  }
  return mistakes;
}
