/** May the character stand in XML 1.0? Section 2.2, production Char. Others cannot be written, not even escaped. */
function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
  return codePoint !== 0xfffe && codePoint !== 0xffff;
}

/** Text that an XML document can hold: line ends as `\n` (section 2.11), impossible characters left out. */
export function xmlText(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n'))
    .filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0))
    .join('');
}

/** A number as xs:decimal writes it: never with an exponent. */
export function xmlNumber(value: number): string {
  const short = String(value);
  return short.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : short;
}
