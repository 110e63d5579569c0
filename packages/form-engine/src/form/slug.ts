const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', đ: 'd', ł: 'l' };

/** A title as part of an address: lower case ASCII letters, digits and hyphens, at most 40 characters. */
export function slugOf(title: string): string {
  const ascii = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøđł]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const words = ascii.split(' ');
  let slug = words[0]?.slice(0, 40) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= 40) break;
    slug += `-${word}`;
  }
  return slug || 'seite';
}

/** Hands out each slug once; a second one with the same title gets a number. */
export function uniqueSlugs(reserved: readonly string[] = []): (title: string) => string {
  const taken = new Set(reserved);
  return (title) => {
    const base = slugOf(title);
    let slug = base;
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
    taken.add(slug);
    return slug;
  };
}
