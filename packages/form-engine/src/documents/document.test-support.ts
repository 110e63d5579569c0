import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AnswerSection } from '../pages/views.js';
import type { ApplicationContent } from './application-document.js';
import { prepareFonts } from './fonts/document-fonts.js';

const require = createRequire(import.meta.url);
export const fontBytes = (file: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${file}`));

export const fonts = prepareFonts({
  regular: fontBytes('400Regular/NotoSans_400Regular.ttf'),
  bold: fontBytes('700Bold/NotoSans_700Bold.ttf'),
});

export const section = (heading: string, rows: Readonly<Record<string, string>>, more: Partial<AnswerSection> = {}): AnswerSection => ({
  heading: { text: heading, lang: null },
  level: 2,
  rows: Object.entries(rows).map(([label, value]) => ({ label: { text: label, lang: null }, value, origin: null, fim: '' })),
  notes: [],
  table: null,
  changeHref: null,
  ...more,
});

/** An application to a town that does not exist. */
export const application = (sections: readonly AnswerSection[], more: Partial<ApplicationContent> = {}): ApplicationContent => ({
  language: 'de',
  sender: {
    name: 'Stadt Musterstadt',
    logo: null,
    contact: { office: 'Bürgerbüro, Rathausplatz 1, 99999 Musterstadt', phone: '02999 123-0', email: 'buergerbuero@musterstadt.example' },
  },
  serviceTitle: 'Hund anmelden',
  reference: 'MS-2026-7K3M-9QXA',
  submittedAt: '2026-12-24T13:30:05.000Z',
  attachments: [],
  applicant: [],
  fees: [],
  declared: [],
  confirms: true,
  coSignature: null,
  sections,
  ...more,
});

/** What a program says about a PDF; `arguments_` with the file in place of `FILE`. */
export async function ask(pdf: Uint8Array, program: string, ...arguments_: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'serviceportal-pdf-'));
  const file = join(folder, 'a.pdf');
  try {
    writeFileSync(file, pdf);
    const names = arguments_.map((argument) => (argument === 'FILE' ? file : argument));
    return (await promisify(execFile)(program, names, { maxBuffer: 50_000_000 })).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plain text, blanks and line ends as one blank. */
export const textOf = async (pdf: Uint8Array): Promise<string> => (await ask(pdf, 'pdftotext', 'FILE', '-')).replace(/\s+/g, ' ');
