import { readLeistung } from '../leistung/read-leistung.js';
import { readPvog } from '../leistung/read-pvog.js';
import type { Leistungsbeschreibung } from '../leistung/leistungsbeschreibung.js';
import type { FimPortal } from './fim-portal.js';
import { FimPortalError } from './portal-error.js';
import type { Pvog } from './pvog.js';

export const isLeikaKey = (text: string): boolean => /^\d{14}$/.test(text);

/**
 * The Stammtext of the Leistungskatalog: the words that hold nationwide.
 * @throws FimPortalError, FimInputError
 */
export async function fetchStammtext(leika: string, portal: FimPortal): Promise<Leistungsbeschreibung> {
  const found = stammtextIn(await portal.stammtexte(leika));
  if (found === undefined) {
    throw new FimPortalError('fim-portal-not-found', `${portal.base.href} ${leika}`, {
      de: 'Zu diesem LeiKa-Schlüssel gibt es keinen Stammtext. Mit --ars fragt der Befehl den PVOG nach dem Text einer Kommune.',
      en: 'There is no Stammtext for this LeiKa key. With --ars the command asks the PVOG for the text of a municipality.',
    });
  }
  const content = await portal.xzufi(found.redaktion, found.leistung);
  return readLeistung(content, portal.xzufiAddress(found.redaktion, found.leistung).href, undefined);
}

/**
 * The text of a municipality.
 * @param ars Regionalschlüssel, 12 digits
 * @throws FimPortalError, FimInputError
 */
export async function fetchFromPvog(leika: string, ars: string, day: string, pvog: Pvog): Promise<Leistungsbeschreibung> {
  if (!/^\d{12}$/.test(ars)) {
    throw new FimPortalError('fim-portal-identifier', ars, {
      de: 'Das ist kein Regionalschlüssel. Er hat 12 Ziffern, z. B. 053150000000 für Köln.',
      en: 'This is no Regionalschlüssel. It has 12 digits, e.g. 053150000000 for Cologne.',
    });
  }
  const { json, address } = await pvog.description(leika, ars, day);
  return readPvog(json, address, [leika]);
}

function stammtextIn(json: unknown): { readonly redaktion: string; readonly leistung: string } | undefined {
  const items: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'items') : undefined;
  for (const item of Array.isArray(items) ? (items as readonly unknown[]) : []) {
    const field = (name: string): string => {
      const value: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, name) : undefined;
      return typeof value === 'string' ? value : '';
    };
    const [redaktion, leistung] = [field('redaktion_id'), field('leistung_id')];
    // They become parts of an address.
    if (field('source') === 'leika' && [redaktion, leistung].every((id) => /^\w[\w.-]*$/.test(id))) return { redaktion, leistung };
  }
  return undefined;
}
