import type { Handlungsgrundlage } from '@serviceportal/form-engine';
import type { Rechtsbezug } from '../xdatenfelder/angaben.js';

/** The norms of a position and of the element there, each once. Links that are no web addresses are left out. */
export function legalBasis(...sources: readonly (readonly Rechtsbezug[])[]): readonly Handlungsgrundlage[] {
  const norms = new Map<string, Handlungsgrundlage>();
  for (const { text, link } of sources.flat()) {
    const address = link === undefined ? undefined : webAddress(link);
    if (!norms.has(text) || address !== undefined) norms.set(text, { text, ...(address !== undefined && { link: address }) });
  }
  return [...norms.values()];
}

function webAddress(link: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}
