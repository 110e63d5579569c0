import type { Rechtsbezug } from '../xdatenfelder/angaben.js';

/** The norms of an element in one string, as version 2 has them: `§ 45 StVO; § 46 StVO (https://…)`. */
export const joinedBezug = (norms: readonly Rechtsbezug[]): string =>
  norms.map(({ text, link }) => (link === undefined ? text : `${text} (${link})`)).join('; ');
