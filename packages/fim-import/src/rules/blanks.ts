const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/** `- `, `• `, `1. `, `a) ` at the beginning of a line. */
const item = new RegExp(`(?:[-–—•*·▪]|\\d{1,2}[.)](?!\\s+(?:${months}|Lebensjahr))|[a-z]\\))(?=\\s)`, 'uy');

const paragraph =
  '§{1,2}\\s?\\d{1,4}[a-z]?(?:\\s?(?:\\(\\d+\\)|Abs(?:atz|\\.)\\s?\\d+|S(?:atz|\\.)\\s?\\d+|N(?:ummer|r\\.)\\s?\\d+|Buchst(?:abe|\\.)\\s?[a-z]|lit\\.\\s?[a-z]))*';
/** `gemäß § 5 Abs. 2 Nr. 1 GewO`: laws are abbreviated with more than one capital letter. */
const norm = new RegExp(
  `(?:gemäß|gem\\.|nach|im Sinne des|i\\. ?S\\. ?d\\.)\\s${paragraph}(?:\\s\\p{Lu}\\p{L}*\\p{Lu}\\p{L}*)?(?![\\p{L}\\p{N}])`,
  'uy',
);
/** `(z. B. Mietvertrag)`, `(siehe § 34c GewO)`. Other brackets may hold a condition. */
const remark = /\((?:z\. ?B\.|zum Beispiel|(?:siehe |vgl\. |gemäß |gem\. |nach )?§)[^()\n]{0,200}\)/uy;

const matches = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
};

/** Where white space, marks of list items, and remarks that name an example or a norm end. They say nothing about what is to happen. */
export function blankEnd(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const before = end;
    end = matches(/\s+/y, text, end);
    if (isLineBegin(text, end)) end = matches(item, text, end);
    end = matches(remark, text, end);
    end = matches(norm, text, end);
    if (end === before) return end;
  }
}

function isLineBegin(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at--;
  return at < 0 || text.charAt(at) === '\n';
}
