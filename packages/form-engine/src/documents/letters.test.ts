import { expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { renderApplication } from './application-document.js';
import { application, ask, fonts, section, textOf } from './document.test-support.js';

const render = (...values: readonly string[]): Uint8Array =>
  renderApplication(application([section('Angaben', Object.fromEntries(values.map((value, index) => [`Feld ${index}`, value])))]), fonts);

/** Letters of DIN 91379 that are sequences of a letter and combining marks, and some single ones. */
const letters =
  'A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ S̀ S̄ S̛̄ S̱ T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ j́ k͟h ķ̄ ï̄ ẞ Đ đ ə Ə ĸ ʼ ŉ Ǆ ǆ ơ Ư ª º';

describeWith('poppler', 'letters', () => {
  it('can be read out of the document as they were typed', async () => {
    const text = await textOf(render(letters, 'Müller–Lüdenscheidt „Straße“ ffi fl', 'Γιώργος Ђорђе'));
    for (const letter of letters.split(' ')) expect(text).toContain(` ${letter.normalize('NFC')} `);
    expect(text).toContain('Müller–Lüdenscheidt „Straße“ ffi fl');
    expect(text).toContain('Γιώργος Ђорђе');
  });

  it('are composed: a decomposed umlaut is the same letter', async () => {
    expect(await textOf(render('Mu\u0308ller'))).toContain('Müller');
  });

  it('that the font lacks are shown by a sign, explained, and still there to be copied', async () => {
    const pdf = render('vor 张伟 nach');
    const text = await textOf(pdf);
    expect(text).toContain('vor 张伟 nach');
    expect(text).toContain('Das Zeichen � steht für');
    expect(await textOf(render('vor nach'))).not.toContain('�');
  });

  it('that hide or turn what follows become visible', async () => {
    const text = await textOf(
      render('Rechnung\u202Efdp.exe\u202C ende', 'a\u0000b\u0007c\u009bd', 'Sil\u00adbe\u200b\ufeff', 'links\trechts\r\nunten'),
    );
    expect(text).toContain('Rechnung�fdp.exe� ende');
    expect(text).toContain('a�b�c�d');
    expect(text).toContain('Silbe');
    expect(text).toContain('links rechts unten');
    expect(text).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
  });
});

describeWith('poppler', 'long texts', () => {
  const pagesOf = async (pdf: Uint8Array): Promise<number> => Number(/Pages: +(\d+)/.exec(await ask(pdf, 'pdfinfo', 'FILE'))?.[1]);

  it('of 10,000 letters without a blank lose none and stay on the sheet', async () => {
    const word = Array.from({ length: 10_000 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
    const begun = performance.now();
    const pdf = render(word);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect((await ask(pdf, 'pdftotext', '-raw', 'FILE', '-')).replace(/MS-2026-7K3M-9QXA ·[^\n]*\n|Seite[^\n]*\n|\s/g, '')).toContain(word);
    const right = [...(await ask(pdf, 'pdftotext', '-bbox', 'FILE', '-')).matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x));
    // The right margin is 20 mm.
    expect(Math.max(...right)).toBeLessThanOrEqual(595.28 - 56.6);
  });

  it('go on over pages, each with number and reference', async () => {
    const pdf = render(...Array.from({ length: 6 }, () => 'Ein Satz mit einigen Wörtern. '.repeat(67)));
    const pages = await pagesOf(pdf);
    expect(pages).toBeGreaterThan(2);
    const text = await textOf(pdf);
    for (let page = 1; page <= pages; page++) expect(text).toContain(`Seite ${page} von ${pages}`);
    expect(text.split('MS-2026-7K3M-9QXA · Antrag: Hund anmelden')).toHaveLength(pages + 1);
    expect(text.split('Ein Satz mit')).toHaveLength(6 * 67 + 1);
  });
});

it('writes fifty answers in a fraction of a second', () => {
  const rows = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`Frage ${index}`, `Antwort Nummer ${index} in einem Satz`]));
  const times = Array.from({ length: 12 }, () => {
    const begun = performance.now();
    renderApplication(application([section('Fragen', rows)]), fonts);
    return performance.now() - begun;
  });
  // About 20 ms alone; room for a very busy machine.
  expect(Math.min(...times)).toBeLessThan(500);
});
