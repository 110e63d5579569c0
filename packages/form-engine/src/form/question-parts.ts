import { isDateGroup } from './date-group.js';
import type { Position } from './form.js';
import type { PageItem } from './page.js';

/** What stands on one page where each question has its own. */
export interface QuestionPart {
  readonly title: string;
  /** The group around it. */
  readonly group: Position | null;
  readonly items: readonly PageItem[];
  readonly question: Position | null;
}

const isChoice = ({ node }: Position): boolean => node.kind === 'group' && node.choice === true;

/**
 * Items by question. What is one question stays together: the parts of a date, and a group of which one part is chosen. A note
 * stands with the question after it.
 */
export function questionParts(items: readonly PageItem[], group: Position | null): QuestionPart[] {
  const parts: QuestionPart[] = [];
  let notes: PageItem[] = [];
  const add = (part: QuestionPart): void => {
    parts.push({ ...part, items: [...notes, ...part.items] });
    notes = [];
  };
  for (const item of items) {
    const { position } = item;
    const title = position.node.label;
    if (item.kind === 'note') notes.push(item);
    else if (item.kind === 'field' || isDateGroup(position)) add({ title, group, items: [item], question: position });
    else if (isChoice(position)) add({ title, group: position, items: item.items, question: null });
    else {
      const [first, ...rest] = questionParts(item.items, position);
      if (first) add(first);
      parts.push(...rest);
    }
  }
  const last = parts.at(-1);
  if (notes.length === 0) return parts;
  if (!last) return [{ title: group?.node.label ?? notes[0]?.position.node.label ?? '', group, items: notes, question: null }];
  return [...parts.slice(0, -1), { ...last, items: [...last.items, ...notes] }];
}
