import { type XmlElement, childrenOf } from '../xml/xml-element.js';
import type { Rechtsbezug } from './angaben.js';
import type { Reading } from './reading.js';

/** The norms of an element. Version 2 joins several in one string, by semicolon or by a line break before a norm. */
export function readBezug(reading: Reading, element: XmlElement): readonly Rechtsbezug[] {
  return childrenOf(element, 'bezug').flatMap((bezug) => {
    if (reading.fassung === '2.0') return splitNorms(bezug.text);
    const text = reading.singleLine(bezug);
    const link = bezug.attribute('link')?.trim();
    return text === undefined && !link ? [] : [{ text: text ?? link ?? '', ...(link && { link }) }];
  });
}

/** How a norm begins: `§ 7 Satzung`, `BauO NRW § 4`, `Artikel 6`. Other lines were broken to fit a page. */
const beginsNorm = /^(?:[\p{L}\d.-]+ ){0,2}(?:§|Art\.? |Artikel |Anlage |Anhang )/u;

function splitNorms(joined: string): readonly Rechtsbezug[] {
  return joined.split(';').flatMap((part) => {
    const norms: string[] = [];
    for (const line of part.split(/[\r\n]+/).map((text) => text.replace(/\s+/g, ' ').trim())) {
      if (line === '') continue;
      const previous = norms.at(-1);
      if (previous === undefined || beginsNorm.test(line.slice(0, 100))) norms.push(line);
      else norms[norms.length - 1] = `${previous} ${line}`;
    }
    return norms.map((text) => ({ text }));
  });
}
