import { at, coded, group, own, rule, schema, text } from './sample-xml.test-support.js';

/** What a check must report, and what it must let pass; for some in both versions. */
export type Sample = readonly [code: string, wrong: string, right: string];

export const type = (code: string): Record<string, string> => ({ datentyp: coded('datentyp', code) });
export const kind = (code: string): Record<string, string> => ({ feldart: coded('feldart', code) });
export const bounds = (attributes: string): Record<string, string> => ({ praezisierung: `<x:praezisierung ${attributes}/>` });
export const inhalt = (value: string): Record<string, string> => ({ inhalt: text('inhalt', value) });
export const status = (code: string): Record<string, string> => ({ freigabestatus: coded('freigabestatus', code) });
export const werte = (...codes: string[]): Record<string, string> => ({
  ...kind('select'),
  praezisierung: '',
  werte: text('werte', codes.map((code) => text('wert', `${text('code', code)}${text('name', `Wert ${code}`)}`)).join('')),
});
export const liste = (kennung: string, version: string): Record<string, string> => ({
  ...kind('select'),
  praezisierung: '',
  codelisteReferenz: text(
    'codelisteReferenz',
    `${text('canonicalIdentification', kennung)}${version === '' ? '' : text('version', version)}`,
  ),
});
export const urn = 'urn:de:fim:codeliste:art';
export const liste2 = (id: string, version: string): string =>
  text(
    'codelisteReferenz',
    `${own(id, '1.0')}<x:genericodeIdentification>${text('canonicalIdentification', urn)}${text('version', version)}</x:genericodeIdentification>`,
  );
export const clean = schema();
export const published = { veroeffentlichungsdatum: text('veroeffentlichungsdatum', '2026-01-01') };
export const ruled = (freitext: string, parts = {}): string => schema({}, [at(group({ regel: rule(freitext, parts) }))]);
export const choice = (...struktur: string[]): string => schema({}, [at(group({ art: coded('art', 'X') }, struktur))]);
export const twice = (first: string, second: string): string => schema({}, [at(group({}, [at(first), at(second)]))]);
