/** Digits and letters that are not mistaken for one another, read aloud or by hand: no 0 O, 1 I L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** 31, a prime: with weights that differ modulo a prime, a check sum finds every wrong character and every swap of two. */
const modulus = alphabet.length;

const lookAlikes = '01ILO';
const randomLength = 8;
const shape = new RegExp(`^([A-Z]{1,6})(\\d{4})([${alphabet}]{${randomLength}})([${alphabet}])$`);

/** Distinct among letters, among digits, and among the characters of the alphabet. */
const valueOf = (character: string): number => {
  const value = alphabet.indexOf(character);
  return value >= 0 ? value : lookAlikes.indexOf(character) + (/\d/.test(character) ? 8 : -2);
};

/**
 * Weighted check sum, as ISBN-10 has it (ISO 2108:1992, weights 1, 2, 3, … modulo 11), here modulo 31. Weights stay
 * distinct, because a number has at most 18 characters.
 */
function checkCharacter(text: string): string {
  const sum = Array.from(text).reduce((total, character, index) => total + (index + 1) * valueOf(character), 0);
  return alphabet.charAt(sum % modulus);
}

const format = (prefix: string, year: string, random: string, check: string): string =>
  `${prefix}-${year}-${random.slice(0, 4)}-${random.slice(4)}-${check}`;

/**
 * A number that a citizen can read out: `MS-2026-7K4F-92QX-C`. 39 bits of chance, so that numbers cannot be guessed, and a
 * check character.
 * @param prefix one to six capital letters of the municipality
 * @param randomBytes at least 16
 */
export function makeReference(prefix: string, year: number, randomBytes: Uint8Array): string {
  if (!/^[A-Z]{1,6}$/.test(prefix)) throw new RangeError(`"${prefix}" is no prefix: one to six capital letters.`);
  if (randomBytes.length < 16) throw new RangeError('A reference needs 16 random bytes.');
  let rest = randomBytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let random = '';
  while (random.length < randomLength) {
    random += alphabet.charAt(Number(rest % BigInt(modulus)));
    rest /= BigInt(modulus);
  }
  const digits = String(year).padStart(4, '0');
  return format(prefix, digits, random, checkCharacter(`${prefix}${digits}${random}`));
}

/** A number as a person typed it, in its normal form; null if it cannot be one (a character is wrong or missing). */
export function checkReference(text: string): string | null {
  if (text.length > 60) return null;
  const [, prefix, year, random, check] = shape.exec(text.toUpperCase().replace(/[\s\p{Dash}]/gu, '')) ?? [];
  if (prefix === undefined || year === undefined || random === undefined || check === undefined) return null;
  return checkCharacter(`${prefix}${year}${random}`) === check ? format(prefix, year, random, check) : null;
}
