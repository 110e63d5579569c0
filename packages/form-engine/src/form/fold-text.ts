/** Letters without a decomposition in Unicode, as people type them on a plain keyboard. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * A text for comparing in a search: small letters without diacritics, words with single spaces. `Muenchen`, `Munchen` and
 * `München` are the same; so ae, oe and ue count as the single letter everywhere (`Soest` is found by `Söst`).
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþıħŋ]/g, (letter) => plain[letter] ?? letter)
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
