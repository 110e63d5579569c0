import type { FileType } from './file-type.js';

const longest = 200;

/**
 * The name under which an upload is kept: the last part of a path, without control characters and direction marks. It ends as
 * its type does, whatever it was called: what the clerk opens is opened as what was recognised.
 */
export function namedByType(name: string, { extensions }: FileType): string {
  const plain = plainName(name);
  const ending = /\.([^.]+)$/.exec(plain)?.[1]?.toLowerCase();
  if (ending !== undefined && extensions.includes(ending)) return lastPart(plain, longest);
  const extension = extensions[0] === undefined ? '' : `.${extensions[0]}`;
  return `${lastPart(plain, longest - extension.length)}${extension}`;
}

/** The last part of a path as it can be shown. Ends in no dot or space: Windows drops them, and with them an extension would change. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const visible = last.replace(/[\p{Cc}\p{Cf}]/gu, '').normalize('NFC');
  return visible.trim().replace(/[. ]+$/, '') || 'Datei';
}

const lastPart = (text: string, length: number): string => [...text].slice(-length).join('');
