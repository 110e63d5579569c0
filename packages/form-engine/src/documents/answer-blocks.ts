import type { AnswerSection } from '../pages/views.js';
import type { Block } from './letter/block.js';
import { entries, heading, paragraph } from './letter/letter-blocks.js';

/** Headings, notes and answers as they stood in the form. */
export function answerBlocks(sections: readonly AnswerSection[]): Block[] {
  return sections.flatMap(({ heading: title, level, rows, notes }) => {
    const blocks = [heading(level, title)];
    let done = 0;
    const answersUntil = (end: number): void => {
      if (end > done) blocks.push(entries(rows.slice(done, end), { ruled: true }));
      done = Math.max(done, end);
    };
    for (const note of notes) {
      answersUntil(note.before);
      blocks.push(paragraph(note, { keepWithNext: note.before < rows.length }));
    }
    answersUntil(rows.length);
    return blocks;
  });
}
