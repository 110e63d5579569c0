import { expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { renderApplication } from './application-document.js';
import { application, ask, fonts, section, textOf } from './document.test-support.js';
import { renderReceipt } from './receipt-document.js';

const applicant = ['Ada Müller', 'Am Markt 3 a', '99999 Musterstadt'];
// Red above, white below.
const logo = {
  width: 40,
  height: 50,
  pixels: Uint8Array.from({ length: 40 * 50 * 3 }, (_none, at) => (at < 3000 && at % 3 > 0 ? 0 : 255)),
};
const town = { ...application([]).sender, logo };
const many = section('Angaben', Object.fromEntries(Array.from({ length: 60 }, (_none, index) => [`Frage ${index}`, 'Antwort'])));

const letter = (more: Parameters<typeof application>[1] = {}): Uint8Array =>
  renderApplication(application([section('Angaben', { Name: 'Bello' })], { applicant, ...more }), fonts);
const receipt = (more: Parameters<typeof application>[1] = {}): Uint8Array =>
  renderReceipt({ ...application([], { applicant, ...more }), retrievalCode: 'K7QM-3XWT-9ZPA', nextSteps: [] }, fonts);

interface Word {
  readonly text: string;
  readonly page: number;
  /** Millimetres from the upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

async function wordsOf(pdf: Uint8Array): Promise<Word[]> {
  const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72;
  return (await ask(pdf, 'pdftotext', '-bbox', 'FILE', '-'))
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text,
          page: index + 1,
          left: mm(left),
          top: mm(top),
          right: mm(right),
          bottom: mm(bottom),
        }),
      ),
    );
}

it('gives the same bytes with a logo, too', () => {
  expect(Buffer.from(letter({ sender: town })).equals(letter({ sender: town }))).toBe(true);
});

describeWith('poppler', 'a letter (DIN 5008, form B)', () => {
  it('has the address in the window of its envelope, with where it comes back to above it', async () => {
    for (const [pdf, address, back] of [
      [letter(), ['Stadt', 'Bürgerbüro', 'Rathausplatz', '99999'], 'Ada'],
      [receipt(), ['Ada', 'Am', '99999'], 'Bürgerbüro'],
    ] as const) {
      // The window: 20 to 105 mm across, 45 to 90 mm down; its text begins at 25 mm.
      const inWindow = (await wordsOf(pdf)).filter(({ left, top }) => top > 45 && top < 90 && left < 105);
      for (const word of inWindow) {
        expect(word.left).toBeGreaterThan(24.9);
        expect(word.right).toBeLessThan(105);
        expect(word.bottom).toBeLessThan(90);
      }
      const lines = inWindow.filter(({ top, left }) => top > 62 && left < 25.5).map(({ text }) => text);
      expect(lines).toEqual(address);
      expect(inWindow.filter(({ bottom }) => bottom < 62.7).map(({ text }) => text)).toContain(back);
    }
  });

  it('keeps a long line of where it comes back to above the address', async () => {
    const long = ['Dr. Zoë Maximiliane Müller-Lüdenscheidt', 'Straße des Siebzehnten Juni 135 a', '99999 Musterstadt an der Musterau'];
    const words = (await wordsOf(letter({ applicant: long }))).filter(({ top, left }) => top > 45 && top < 90 && left < 105);
    const address = words.find(({ text }) => text === 'Stadt');
    const above = words.filter(({ text }) => ['Dr.', 'Juni', 'Musterau'].includes(text));
    expect(above).toHaveLength(3);
    for (const { bottom } of above) expect(bottom).toBeLessThanOrEqual((address?.top ?? 0) + 0.5);
  });

  it('has numbers and dates right of the window, and its text below both', async () => {
    const words = await wordsOf(receipt());
    const at = (text: string) => words.find((word) => word.text === text);
    expect(at('Vorgangsnummer')?.left).toBeCloseTo(125, 0);
    expect(at('Vorgangsnummer')?.top).toBeGreaterThan(49);
    expect(at('Quittung')?.top).toBeGreaterThan(98);
    expect(at('Quittung')?.top).toBeLessThan(108);
    for (const { right } of words) expect(right).toBeLessThan(200);
  });

  it('moves its text down where the office says much', async () => {
    const hours = 'Montag 8 bis 12 Uhr, Dienstag geschlossen, Mittwoch nur mit Termin, Donnerstag 14 bis 18 Uhr. '.repeat(4);
    const sender = { ...town, contact: { ...town.contact, hours } };
    const words = await wordsOf(letter({ sender }));
    const lowest = Math.max(...words.filter(({ left, page, top }) => page === 1 && left > 124 && top < 150).map(({ bottom }) => bottom));
    expect(words.find(({ text }) => text === 'Antrag')?.top).toBeGreaterThan(lowest);
  });

  it('leaves the window empty where nobody asked for the address', async () => {
    const words = await wordsOf(receipt({ applicant: [] }));
    expect(words.filter(({ left, top }) => top > 45 && top < 90 && left < 105)).toEqual([]);
  });

  it('has the logo on its first page only, and its name beside it', async () => {
    const pdf = renderApplication(application([many], { sender: town }), fonts);
    const images = (await ask(pdf, 'pdfimages', '-list', 'FILE')).trim().split('\n').slice(2);
    expect(images).toHaveLength(1);
    expect(images[0]).toMatch(/^ +1 +0 image +40 +50 +rgb +3 +8 /);
    const name = (await wordsOf(pdf)).find(({ text }) => text === 'Stadt');
    // 18 mm high, so 14.4 mm wide.
    expect(name?.left).toBeGreaterThan(25 + 14.4);
    expect(name?.top).toBeLessThan(33);
    expect(await textOf(pdf)).toContain('Seite 2 von');
  });

  it('says its structure to a screen reader, where the logo and the marks are none of it', async () => {
    const structure = await ask(letter({ sender: town }), 'pdfinfo', '-struct-text', 'FILE');
    expect(structure).not.toContain('Figure');
    expect(structure.indexOf('"Rathausplatz 1')).toBeLessThan(structure.indexOf('H1'));
  });
});

describeWith('qpdf', 'a letter with a logo', () => {
  it('is sound', async () => {
    expect(await ask(letter({ sender: town }), 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors');
  });
});
