import type { Readable } from 'node:stream';
import { needsPassword } from './needs-password.js';
import { trailerDictionary } from './trailer-dictionary.js';

/** `broken`: not a whole file. `encrypted`: nobody opens it without a password. */
export type PdfState = 'whole' | 'broken' | 'encrypted';

// Where viewers look for both (ISO 32000-1, annex H, notes 13 and 18 of Adobe's implementation); some makers add a little more.
const headBytes = 1024;
const tailBytes = 4096;

// A trailer behind a table of objects may come late; a file says where its table begins.
const trailerBytes = 4_000_000;

/**
 * Is it a PDF from its first to its last line, and can it be opened? Says nothing about what is in between. `open` may be called more
 * than once. ISO 32000-1, 7.5
 */
export async function pdfState(open: () => Readable): Promise<PdfState> {
  const { head, tail, size } = await ends(open());
  if (!head.includes('%PDF-')) return 'broken';
  const ending = [...tail.matchAll(/startxref\s+(\d{1,12})\s+%%EOF/g)].at(-1);
  if (!ending) return 'broken';
  const start = Number(ending[1]);
  // Linearised files and repaired ones point elsewhere; what lies in the file is enough.
  if (start >= size) return 'broken';
  const table = await slice(open(), start, Math.min(size, start + trailerBytes));
  const dictionary = trailerDictionary(table) ?? trailerDictionary(tail);
  if (dictionary === null || !/\/Encrypt\b/.test(dictionary)) return 'whole';
  const whole = await slice(open(), 0, size);
  return needsPassword(dictionary, whole) ? 'encrypted' : 'whole';
}

async function ends(file: Readable): Promise<{ head: string; tail: string; size: number }> {
  let head = '';
  let tail = '';
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    const text = chunk.toString('latin1');
    if (head.length < headBytes) head = (head + text).slice(0, headBytes);
    tail = (tail + text).slice(-tailBytes);
    size += chunk.length;
  }
  return { head, tail, size };
}

async function slice(file: Readable, from: number, to: number): Promise<string> {
  const parts: string[] = [];
  let at = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (at + chunk.length > from) parts.push(chunk.subarray(Math.max(0, from - at), to - at).toString('latin1'));
    at += chunk.length;
    if (at >= to) break;
  }
  return parts.join('');
}
