import type { OpenItem } from '@serviceportal/form-engine';
import type { SchemaWarning } from '../xdatenfelder/reading.js';

/** What remains to be done by a person, one line each. */
export function reportOf(openItems: readonly OpenItem[], warnings: readonly SchemaWarning[]): string {
  const lines = [
    ...warnings.map(({ file, line, column, message }) => `Warnung  ${file}:${line}:${column}  ${message}`),
    ...openItems.map((item) => `${item.severity === 'note' ? 'Hinweis ' : 'Offen   '} ${placeOf(item)}  ${item.message}`),
  ];
  return lines.join('\n');
}

const placeOf = ({ file, line, column, path }: OpenItem): string =>
  [[file, line, column].filter((part) => part !== undefined).join(':'), path].filter(Boolean).join(' ');
