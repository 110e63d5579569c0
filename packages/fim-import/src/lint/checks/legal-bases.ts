import type { Message } from '../../language.js';
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

const withoutBezug = (code: string, art: string, fix: Message): Check => ({
  code,
  of: baukasten,
  fix,
  find(element, report) {
    if (element.code('schemaelementart') === art && isEmpty(element.all('bezug')))
      report({ de: `${element.id} nennt keine Handlungsgrundlage.`, en: `${element.id} names no Handlungsgrundlage.` });
  },
});

export const legalBasisChecks: readonly Check[] = [
  withoutBezug('1006', 'RNG', {
    de: 'Nennen Sie die Norm, auf der das Element beruht, oder ändern Sie die Strukturelementart.',
    en: 'Name the norm on which the element rests, or change the Strukturelementart.',
  }),
  withoutBezug('1101', 'HAR', {
    de: 'Nennen Sie die Norm, auf der das Element beruht, wenn es eine gibt.',
    en: 'Name the norm on which the element rests, if there is one.',
  }),
  {
    code: '1051',
    of: ['stammdatenschema'],
    fix: { de: 'Nennen Sie die Normen, auf denen das Schema beruht.', en: 'Name the norms on which the schema rests.' },
    find(element, report) {
      if (isEmpty(element.all('bezug')))
        report({ de: 'Das Schema nennt keine Handlungsgrundlage.', en: 'The schema names no Handlungsgrundlage.' });
    },
  },
  {
    code: '1022',
    of: ['datenfeldgruppe'],
    fix: {
      de: 'Nennen Sie an der Stelle (Multiplizität) die Norm, die das Element dort verlangt.',
      en: 'Name at the position (multiplicity) the norm that asks for the element there.',
    },
    find(element, report) {
      if (element.code('schemaelementart') !== 'RNG') return;
      for (const { element: child, xml } of element.stellen) {
        const art = child.code('schemaelementart');
        if ((art === 'ABS' || art === 'HAR') && isEmpty(xml.children.filter(({ name }) => name === 'bezug'))) {
          report(
            {
              de: `Die Stelle von ${child.id} (${art}) in ${element.id} nennt keine Handlungsgrundlage.`,
              en: `The position of ${child.id} (${art}) in ${element.id} names no Handlungsgrundlage.`,
            },
            xml,
            child,
          );
        }
      }
    },
  },
  {
    code: '1132',
    of: [...released, 'regel'],
    fix: { de: 'Legen Sie für jede Norm eine eigene Handlungsgrundlage an.', en: 'Create a Handlungsgrundlage for each norm.' },
    note: {
      de: 'Gemeldet werden mehrere „§“, Aufzählungen nach „§§“ und solche mit Semikolon; ein Bereich wie „§§ 8-10 HGB“ nicht.',
      en: 'Reported: more than one “§”, enumerations after “§§” and such with semicolons; not a range such as “§§ 8-10 HGB”.',
    },
    find(element, report) {
      for (const bezug of bezuegeOf(element)) {
        if (namesSeveral(bezug.text))
          report(
            { de: `„${short(bezug.text.trim())}“ nennt mehrere Normen.`, en: `“${short(bezug.text.trim())}” names several norms.` },
            bezug,
          );
      }
    },
  },
  {
    code: '1133',
    of: [...released, 'regel'],
    only: '3.0.0',
    fix: {
      de: 'Geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
      en: 'Give a complete address that begins with https://.',
    },
    find(element, report) {
      for (const bezug of bezuegeOf(element)) {
        const link = bezug.attribute('link')?.trim() ?? '';
        if (link !== '' && !isWebAddress(link))
          report({ de: `„${short(link)}“ ist keine Webadresse.`, en: `“${short(link)}” is no web address.` }, bezug);
      }
    },
  },
];

/** After „§§“, a range is one citation. */
const enumerated = /§§[^§;]*(?:,|\bund|\bsowie|\bbzw\.|i\.\s?V\.\s?m\.)\s*(?:\d|[a-z]\b)/;

const namesSeveral = (text: string): boolean => enumerated.test(text) || (text.match(/§+/g)?.length ?? 0) > 1 || /;\s*\S/.test(text);

function isWebAddress(link: string): boolean {
  if (/\s/.test(link) || !URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return /^https?:$/.test(protocol) && /\.[a-z]{2,}$/i.test(hostname);
}
