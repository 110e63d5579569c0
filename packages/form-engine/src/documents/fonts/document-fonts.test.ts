import { expect, it } from '@jest/globals';
import { fontBytes } from '../document.test-support.js';
import { prepareFonts } from './document-fonts.js';

const bold = fontBytes('700Bold/NotoSans_700Bold.ttf');

it('refuses what is no font, instead of taking another one', () => {
  const prepare = (regular: Uint8Array) => () => prepareFonts({ regular, bold });
  expect(prepare(new Uint8Array())).toThrow(expect.objectContaining({ code: 'document-font-invalid' }));
  expect(prepare(new TextEncoder().encode('wOF2 and so on'))).toThrow(expect.objectContaining({ code: 'document-font-invalid' }));
  expect(prepare(bold.slice(0, 2000))).toThrow(expect.objectContaining({ code: 'document-font-invalid' }));
});

it('knows where copied text would differ from what was typed', () => {
  const { bold: face } = prepareFonts({ regular: bold, bold });
  expect(face.readsBack('Müller Đorđe')).toBe(true);
  expect(face.readsBack('j\u0301')).toBe(false);
  expect(face.readsBack('张')).toBe(false);
});
