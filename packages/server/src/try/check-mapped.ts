import type { MappedOutput, OutputColumn } from '@serviceportal/form-engine';
import { Stuck } from './stuck.js';

/** Each column that an answer fills holds the answer of the FIM JSON, record by record. @throws Stuck with the first other */
export function checkMapped(output: MappedOutput, file: string, json: unknown): void {
  const records = output.forEach === undefined ? [json] : answersAt(json, output.forEach);
  const rows = output.format === 'mapped-csv' ? csvRows(file).slice(1) : jsonRows(file, output);
  if (rows.length !== records.length) throw new Stuck(`${output.fileName}: ${rows.length} Sätze statt ${records.length}`);
  records.forEach((record, number) => {
    output.columns.forEach((column, place) => {
      const { from } = column;
      // A label stands for its code; what lies within the entries is addressed with `self/`.
      if (from === undefined || column.as !== undefined || from.startsWith(`${output.forEach ?? ''}/`)) return;
      const answers = from.startsWith('self/') ? answersAt(record, from.slice(5)) : answersAt(json, from);
      const expected = answers.map((answer) => textOf(answer, output.format)).join(', ');
      const found = rows[number]?.[place] ?? '';
      // A text that a spreadsheet would run has an apostrophe in front.
      if (found !== expected && found !== `'${expected}`) throw new Stuck(messageOf(output, column, found, expected));
    });
  });
}

const messageOf = ({ fileName }: MappedOutput, { name }: OutputColumn, found: string, expected: string): string =>
  `${fileName}, ${name}: „${found}“ statt „${expected}“`;

/** Everything at a path of ids, whatever their versions, in all entries. */
function answersAt(json: unknown, path: string): unknown[] {
  return path.split('/').reduce<unknown[]>(
    (around, id) =>
      around.flatMap((one) => {
        const inner = Object.entries(one ?? {}).find(([key]) => key === id || key.startsWith(`${id}V`))?.[1] as unknown;
        return inner === undefined ? [] : Array.isArray(inner) ? (inner as unknown[]) : [inner];
      }),
    [json],
  );
}

function textOf(answer: unknown, format: MappedOutput['format']): string {
  if (format === 'mapped-json') return String(answer);
  if (typeof answer === 'boolean') return answer ? 'ja' : 'nein';
  return typeof answer === 'number' ? String(answer).replace('.', ',') : String(answer);
}

function jsonRows(file: string, { columns, forEach }: MappedOutput): string[][] {
  const content = JSON.parse(file) as Record<string, unknown> | readonly Record<string, unknown>[];
  const records = (forEach === undefined ? [content] : content) as readonly Record<string, unknown>[];
  return records.map((record) => columns.map(({ name }) => String(record[name] ?? '')));
}

/** RFC 4180 with semicolons. */
function csvRows(file: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of file.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
