import type { OpenItem } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import type { SchemaWarning } from '../xdatenfelder/reading.js';

const note: Message = { de: 'Hinweis ', en: 'Note    ' };
const open: Message = { de: 'Offen   ', en: 'Open    ' };

/** What remains to be done by a person, one line each. */
export function reportOf(openItems: readonly OpenItem[], warnings: readonly SchemaWarning[]): string {
  const lines = [
    ...warnings.map(
      ({ file, line, column, message }) => `${say({ de: 'Warnung ', en: 'Warning ' })} ${file}:${line}:${column}  ${message}`,
    ),
    ...openItems.map((item) => `${say(item.severity === 'note' ? note : open)} ${placeOf(item)}  ${item.message}`),
  ];
  return lines.join('\n');
}

const placeOf = ({ file, line, column, path }: OpenItem): string =>
  [[file, line, column].filter((part) => part !== undefined).join(':'), path].filter(Boolean).join(' ');
