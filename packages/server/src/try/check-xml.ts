import { SaxesParser } from 'saxes';
import { Stuck } from './stuck.js';

/** Start tags, texts and end tags in order: `<G1V1.0`, `=Text`, `>`. */
type Trace = readonly string[];

/** The XML is the JSON, element by element, in the same order, with the same texts. Read by a parser that did not write it. */
export function checkXmlTwin(xml: string, json: unknown, fileName: string): void {
  const expected = traceOfJson(json);
  const found = traceOfXml(xml);
  const at = Math.max(expected.length, found.length);
  for (let index = 0; index < at; index++) {
    if (expected[index] === found[index]) continue;
    const before = found.slice(0, index).findLast((step) => step.startsWith('<')) ?? '';
    throw new Stuck(`${fileName} weicht nach ${before} vom JSON ab: ${found[index] ?? 'Ende'} statt ${expected[index] ?? 'Ende'}`);
  }
}

function traceOfXml(xml: string): Trace {
  const trace: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  const flush = (): void => {
    if (text !== '') trace.push(`=${text}`);
    text = '';
  };
  parser.on('opentag', ({ local }) => {
    flush();
    trace.push(`<${local}`);
  });
  parser.on('text', (more) => (text += more));
  parser.on('closetag', () => {
    flush();
    trace.push('>');
  });
  parser.write(xml).close();
  // Without the root element and the line end behind it.
  const end = trace.lastIndexOf('>');
  return trace.slice(trace.findIndex((step) => step.startsWith('<')) + 1, end);
}

function traceOfJson(value: unknown): Trace {
  if (value === null || typeof value !== 'object') {
    const text = textOf(value);
    return text === '' ? [] : [`=${text}`];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    (Array.isArray(inner) ? (inner as readonly unknown[]) : [inner]).flatMap((one) => [`<${key}`, ...traceOfJson(one), '>']),
  );
}

/** XML 1.0, section 2.2: control characters cannot be written. Numbers have no exponent (xs:decimal). */
function textOf(value: unknown): string {
  if (typeof value === 'number') return new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 }).format(value);
  return Array.from(String(value))
    .filter((sign) => /^[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(sign))
    .join('');
}
