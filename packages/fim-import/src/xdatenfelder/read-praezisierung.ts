import type { XmlElement } from '../xml/xml-element.js';
import type { Praezisierung } from './datenfeld.js';

const names = ['minLength', 'maxLength', 'minValue', 'maxValue', 'pattern'] as const;
type Bounds = { [K in (typeof names)[number]]?: string };

/** Version 3: attributes. An empty value says nothing. */
export function readPraezisierung3(element: XmlElement | undefined): Praezisierung {
  return pick((name) => element?.attribute(name));
}

/**
 * Version 2: a text in one of three notations: a JSON object whose values are strings, `5` (the greatest length), or
 * `1..31` (a range: of the value for numbers, of the length for texts).
 */
export function readPraezisierung2(source: string | undefined, numeric: boolean): Praezisierung {
  const text = source?.trim() ?? '';
  if (text === '') return {};
  if (text.startsWith('{')) return readJson(text) ?? { unverstanden: text };
  const range = /^(-?[\d.,]+)\s*\.\.\s*(-?[\d.,]+)$/.exec(text);
  if (range !== null) {
    const [, from = '', to = ''] = range;
    return numeric ? { minValue: from, maxValue: to } : { minLength: from, maxLength: to };
  }
  return /^\d+$/.test(text) && !numeric ? { maxLength: text } : { unverstanden: text };
}

/** Control characters and lone surrogates (XML 1.0, production 2). */
const outsideXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function readJson(text: string): Praezisierung | undefined {
  // Real files hold patterns such as "\." whose backslash was not doubled: no JSON, but clear.
  const repaired = text.replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\/g, (found) => (found === '\\' ? '\\\\' : found));
  try {
    const parsed: unknown = JSON.parse(repaired);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const entries = new Map<string, unknown>(Object.entries(parsed));
    const bounds = pick((name) => {
      const value = entries.get(name);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    });
    // JSON can hold characters that no XML can: nobody could hand this on.
    return Object.values(bounds).some((bound) => outsideXml.test(bound)) ? undefined : bounds;
  } catch {
    return undefined;
  }
}

function pick(valueOf: (name: string) => string | undefined): Bounds {
  const result: Bounds = {};
  for (const name of names) {
    const value = valueOf(name)?.trim();
    if (value) result[name] = value;
  }
  return result;
}
