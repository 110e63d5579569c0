import { type XmlElement } from '../../xml/xml-element.js';
import { type Check, baukasten, released } from '../check.js';
import type { LintElement } from '../lint-element.js';
import { short } from './texts.js';

/** Norms of the element and, for what it holds, of the positions. */
const bezuegeOf = (element: LintElement): readonly XmlElement[] => [
  ...element.all('bezug'),
  ...element.stellen.flatMap(({ xml }) => xml.children.filter(({ name }) => name === 'bezug')),
];

const isEmpty = (bezuege: readonly XmlElement[]): boolean => bezuege.every(({ text }) => text.trim() === '');

const withoutBezug = (code: string, art: string, fix: string): Check => ({
  code,
  of: baukasten,
  fix,
  find(element, report) {
    if (element.code('schemaelementart') === art && isEmpty(element.all('bezug'))) report(`${element.id} nennt keine Handlungsgrundlage.`);
  },
});

export const legalBasisChecks: readonly Check[] = [
  withoutBezug('1006', 'RNG', 'Nennen Sie die Norm, auf der das Element beruht, oder ändern Sie die Strukturelementart.'),
  withoutBezug('1101', 'HAR', 'Nennen Sie die Norm, auf der das Element beruht, wenn es eine gibt.'),
  {
    code: '1051',
    of: ['stammdatenschema'],
    fix: 'Nennen Sie die Normen, auf denen das Schema beruht.',
    find(element, report) {
      if (isEmpty(element.all('bezug'))) report('Das Schema nennt keine Handlungsgrundlage.');
    },
  },
  {
    code: '1022',
    of: ['datenfeldgruppe'],
    fix: 'Nennen Sie an der Stelle (Multiplizität) die Norm, die das Element dort verlangt.',
    find(element, report) {
      if (element.code('schemaelementart') !== 'RNG') return;
      for (const { element: child, xml } of element.stellen) {
        const art = child.code('schemaelementart');
        if ((art === 'ABS' || art === 'HAR') && isEmpty(xml.children.filter(({ name }) => name === 'bezug'))) {
          report(`Die Stelle von ${child.id} (${art}) in ${element.id} nennt keine Handlungsgrundlage.`, xml, child);
        }
      }
    },
  },
  {
    code: '1132',
    of: [...released, 'regel'],
    fix: 'Legen Sie für jede Norm eine eigene Handlungsgrundlage an.',
    note: 'Gemeldet werden zwei „§“ und Aufzählungen mit Semikolon.',
    find(element, report) {
      for (const bezug of bezuegeOf(element)) {
        const several = (bezug.text.match(/§/g)?.length ?? 0) > 1 || /;\s*\S/.test(bezug.text);
        if (several) report(`„${short(bezug.text.trim())}“ nennt mehrere Normen.`, bezug);
      }
    },
  },
  {
    code: '1133',
    of: [...released, 'regel'],
    only: '3.0.0',
    fix: 'Geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
    find(element, report) {
      for (const bezug of bezuegeOf(element)) {
        const link = bezug.attribute('link')?.trim() ?? '';
        if (link !== '' && !isWebAddress(link)) report(`„${short(link)}“ ist keine Webadresse.`, bezug);
      }
    },
  },
];

function isWebAddress(link: string): boolean {
  if (/\s/.test(link) || !URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return /^https?:$/.test(protocol) && /\.[a-z]{2,}$/i.test(hostname);
}
