/** A piece of a text, and whether it is German on a page in another language. */
export interface TextPart {
  readonly text: string;
  readonly german: boolean;
}

/**
 * Takes a text apart by what is German in it: all of it, or what stands in quotation marks or brackets, as in “Vorname” is missing.
 * `german`: what the service says in German on this page.
 */
export function germanParts(text: string, german: ReadonlySet<string> | undefined): TextPart[] {
  if (!german || german.size === 0 || text === '') return [{ text, german: false }];
  if (isGerman(text, german)) return [{ text, german: true }];
  return text
    .split(/([“”()\n]|: )/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, german: isGerman(part, german) }));
}

/** "Kinder 2" is an entry of "Kinder". */
const isGerman = (text: string, german: ReadonlySet<string>): boolean => {
  const plain = text.trim();
  return german.has(plain) || german.has(plain.replace(/ \d+$/, ''));
};
