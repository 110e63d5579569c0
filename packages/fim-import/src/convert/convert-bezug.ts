import type { Rechtsbezug } from '../xdatenfelder/angaben.js';

/** Version 2 joins norms with `; ` and has the link in brackets: a norm that itself holds a semicolon falls apart when it is read. */
export const fallsApart = ({ text, link }: Rechtsbezug): boolean => /[;\r\n]/.test(`${text}${link ?? ''}`);

/** As version 2 reads them back. */
export const normsIn2 = (norms: readonly Rechtsbezug[]): readonly Rechtsbezug[] =>
  norms.flatMap(({ text, link }) =>
    (link === undefined ? text : `${text} (${link})`)
      .split(/[;\r\n]+/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '')
      .map((part) => ({ text: part })),
  );

/** `§ 45 StVO (https://…)` has its link in an attribute in version 3. */
export const normsIn3 = (norms: readonly Rechtsbezug[]): readonly Rechtsbezug[] =>
  norms.map((norm) => {
    const [, text, link] = /^(.*\S) \((https?:\/\/[^\s<>"{}|\\^`]+)\)$/.exec(norm.text) ?? [];
    return text === undefined || link === undefined ? norm : { text, link };
  });
