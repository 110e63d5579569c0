import { type ParseError, parse } from 'jsonc-parser';
import type { SourcePlace } from './xml/fim-input-error.js';

/** What JSON says, or where it ceases to be JSON; no place where that cannot be told. */
export type ParsedJson = { readonly value: unknown } | { readonly broken: SourcePlace | undefined };

/** Parses JSON, also with the byte order mark with which Windows' editors begin a file. */
export function parseJson(text: string): ParsedJson {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return { value: JSON.parse(plain) as unknown };
  } catch {
    return { broken: placeOfMistake(plain) };
  }
}

/** Node's own messages name a place only for some mistakes. */
function placeOfMistake(text: string): SourcePlace | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true });
  } catch {
    // Nested too deeply for the search.
    return undefined;
  }
  const [first] = errors;
  if (first === undefined) return undefined;
  const before = text.slice(0, first.offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
