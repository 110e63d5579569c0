import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareFonts } from '@serviceportal/form-engine';
import type { DocumentFonts } from '@serviceportal/form-engine';

let prepared: DocumentFonts | undefined;

/** The fonts of all PDFs, read and parsed once for the process. @throws DocumentError */
export function documentFonts(): DocumentFonts {
  const require = createRequire(import.meta.url);
  prepared ??= prepareFonts({
    regular: readFileSync(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: readFileSync(require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  });
  return prepared;
}
