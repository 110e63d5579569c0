import { escapeXml } from '../xdatenfelder/schema-xml.test-support.js';

export const namespace = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0';

/** One translated element, described shortly. `key`: id and version, `F1V1.0.0`. */
export interface GivenTranslation {
  readonly key: string;
  readonly label?: string;
  readonly help?: string;
  readonly text?: string;
  readonly codes?: Readonly<Record<string, string | readonly [string, string]>>;
  readonly rules?: Readonly<Record<string, readonly string[]>>;
}

const tag = (name: string, content: string | undefined): string =>
  content === undefined ? '' : `<x:${name}>${escapeXml(content)}</x:${name}>`;

function uebersetzt(key: string): string {
  const [id = '', version] = key.split('V');
  return `<x:uebersetzt>${tag('id', id)}${tag('version', version)}</x:uebersetzt>`;
}

function element({ key, label = '', help, text, codes = {}, rules = {} }: GivenTranslation): string {
  const werte = Object.entries(codes).map(([code, value]) => {
    const [name, hilfe] = typeof value === 'string' ? [value, undefined] : value;
    return `<x:wert>${tag('code', code)}${tag('name', name)}${tag('hilfe', hilfe)}</x:wert>`;
  });
  const regeln = Object.entries(rules).map(
    ([rule, texts]) =>
      `<x:regel>${uebersetzt(rule)}${texts.map((one, index) => `<x:fehler code="${index + 1}">${escapeXml(one)}</x:fehler>`).join('')}</x:regel>`,
  );
  return (
    `<x:element>${uebersetzt(key)}${tag('bezeichnungEingabe', label)}${tag('bezeichnungAusgabe', label)}${tag('hilfetextEingabe', help)}` +
    `${tag('inhalt', text)}${werte.length > 0 ? `<x:werte>${werte.join('')}</x:werte>` : ''}${regeln.join('')}</x:element>`
  );
}

export const sprache = (attributes: string, elements: readonly GivenTranslation[]): string =>
  `<x:sprache ${attributes}>\n${elements.map(element).join('\n')}\n</x:sprache>`;

/** A translation message, written from the XSD of XDatenfelder 3.0.0. */
export const uebersetzungXml = (schema: string, ...sprachen: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<x:xdatenfelder.uebersetzung.0106 xmlns:x="${namespace}">` +
  '<x:header><x:nachrichtID>1</x:nachrichtID><x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>\n' +
  `${uebersetzt(schema)}\n${sprachen.join('\n')}\n</x:xdatenfelder.uebersetzung.0106>`;
