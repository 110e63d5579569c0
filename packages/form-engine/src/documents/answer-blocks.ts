import type { AnswerSection, AnswerTable } from '../pages/views.js';
import type { Block } from './letter/block.js';
import type { Language } from '../service-package/service-package.js';
import { documentText } from './texts/document-text.js';
import { entries, heading, paragraph, table } from './letter/letter-blocks.js';

/** Headings, notes and answers as they stood in the form. */
export function answerBlocks(sections: readonly AnswerSection[], language: Language): Block[] {
  return sections.flatMap(({ heading: title, level, rows, notes, table: entryTable }) => {
    const blocks = [heading(level, title)];
    if (entryTable) blocks.push(tableBlock(entryTable, language));
    let done = 0;
    const answersUntil = (end: number): void => {
      const shown = rows.slice(done, end).map((row) => (row.origin === null ? row : { ...row, value: `${row.value}\n(${row.origin})` }));
      if (end > done) blocks.push(entries(shown, { ruled: true }));
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

function tableBlock({ columns, rows }: AnswerTable, language: Language): Block {
  const head = [{ text: documentText(language, 'entry') }, ...columns.map(({ label }) => label)];
  const withOrigin = ({ value, origin }: AnswerTable['rows'][number]['cells'][number]): string =>
    origin === null ? value : `${value}\n(${origin})`;
  return table(
    head,
    rows.map(({ title, cells }) => ({ title, cells: cells.map(withOrigin) })),
  );
}
