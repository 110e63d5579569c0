import { fileTypeFromBuffer } from 'file-type';

/** What a file is by its content. */
export interface FileType {
  readonly mediaType: string;
  /** With which its name may end, without dot and in lower case; the usual one first. */
  readonly extensions: readonly string[];
}

/** Types whose content is text, which no signature gives away. */
const textTypes: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
};

/** Other usual endings of a type. */
const alsoUsual: Readonly<Record<string, readonly string[]>> = { jpg: ['jpeg'], tif: ['tiff'] };

/**
 * The type of a file by its first bytes, if it is one of the allowed; null otherwise. What the browser claims and how the file
 * is called do not count.
 */
export async function allowedType(head: Buffer, allowed: readonly string[]): Promise<FileType | null> {
  const found = await fileTypeFromBuffer(head);
  if (found) {
    const known = allowed.some((type) => sameType(type, found.mime));
    return known ? { mediaType: found.mime, extensions: [found.ext, ...(alsoUsual[found.ext] ?? [])] } : null;
  }
  const texts = allowed.filter((type) => Object.hasOwn(textTypes, type));
  const [mediaType] = texts;
  if (mediaType === undefined || !isText(head)) return null;
  return { mediaType, extensions: texts.flatMap((type) => textTypes[type] ?? []) };
}

function sameType(allowed: string, found: string): boolean {
  if (allowed.endsWith('/*')) return found.startsWith(allowed.slice(0, -1));
  return (
    allowed === found || (allowed === 'image/jpg' && found === 'image/jpeg') || (allowed === 'text/xml' && found === 'application/xml')
  );
}

function isText(head: Buffer): boolean {
  return head.length > 0 && !head.includes(0);
}
