import { expect, it } from '@jest/globals';
import { allowedType } from './file-type.js';
import { namedByType } from './file-name.js';

const content = {
  pdf: Buffer.from('%PDF-1.7\n<script>alert(1)</script>'),
  png: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  text: Buffer.from('a;b\n1;2\n'),
};
const allowed = ['application/pdf', 'image/*', 'text/csv', 'text/plain'];

it.each([
  ['Nachweis.pdf', 'pdf', 'Nachweis.pdf'],
  ['Nachweis.PDF', 'pdf', 'Nachweis.PDF'],
  ['Nachweis.html', 'pdf', 'Nachweis.html.pdf'],
  ['Nachweis', 'pdf', 'Nachweis.pdf'],
  ['Rechnung.pdf.exe', 'pdf', 'Rechnung.pdf.exe.pdf'],
  ['Formular.hta', 'png', 'Formular.hta.png'],
  ['Foto.jpg', 'jpeg', 'Foto.jpg'],
  ['Foto.jpeg', 'jpeg', 'Foto.jpeg'],
  ['Foto.png', 'jpeg', 'Foto.png.jpg'],
  ['Liste.csv', 'text', 'Liste.csv'],
  ['Notiz.txt', 'text', 'Notiz.txt'],
  ['Seite.html', 'text', 'Seite.html.csv'],
  ['Skript.txt.vbs', 'text', 'Skript.txt.vbs.csv'],
  ['leer.exe ', 'pdf', 'leer.exe.pdf'],
  ['punkt.exe.', 'pdf', 'punkt.exe.pdf'],
  ['../../etc/x‮fdp.exe', 'pdf', 'xfdp.exe.pdf'],
  ['<script>.pdf:strom.exe', 'pdf', '<script>.pdf:strom.exe.pdf'],
  [`${'a'.repeat(250)}.html`, 'pdf', `${'a'.repeat(191)}.html.pdf`],
  ['', 'pdf', 'Datei.pdf'],
] as const)('calls %j with the content of a %s %j', async (name, kind, expected) => {
  const type = await allowedType(content[kind], allowed);
  expect(type && namedByType(name, type)).toBe(expected);
});
