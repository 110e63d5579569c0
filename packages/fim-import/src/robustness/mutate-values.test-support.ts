import { type XmlMutation, asXml, atElement, idsIn, readable, withContent } from './at-element.test-support.js';
import {
  hostileBounds,
  hostileCounts,
  hostileIds,
  hostilePatterns,
  hostilePraezisierungen,
  hostileTexts,
  hostileVersions,
} from './hostile-values.test-support.js';
import { ruleMutations } from './mutate-rule-text.test-support.js';

/** Puts a hostile value where the standard wants something else. */
export const valueMutations: Readonly<Record<string, XmlMutation>> = {
  'any text': (text, random) => withContent(text, random, () => random.pick(hostileTexts)),
  id: (text, random) => withContent(text, random, () => random.pick(hostileIds), 'id'),
  'id of another': (text, random) => withContent(text, random, () => random.pick([...idsIn(text), 'F1']), 'id'),
  version: (text, random) => withContent(text, random, () => random.pick(hostileVersions), 'version', 'Version'),
  anzahl: (text, random) => withContent(text, random, () => random.pick(hostileCounts), 'anzahl'),
  code: (text, random) =>
    withContent(
      text,
      random,
      () =>
        random.pick([
          ...hostileTexts,
          'X',
          'input',
          'select',
          'label',
          'hidden',
          'locked',
          'bool',
          'date',
          'file',
          'num',
          'num_int',
          'num_currency',
          'text',
        ]),
      'code',
    ),
  inhalt: (text, random) =>
    atElement(
      text,
      random,
      ({ name }, own) => `<${name.replace(/\w+$/, 'inhalt')}>${asXml(random.pick(hostileTexts))}</${name.replace(/\w+$/, 'inhalt')}>${own}`,
      'feldart',
      'datentyp',
    ),
  'praezisierung 2': (text, random) =>
    withContent(
      text,
      random,
      () => random.pick([...hostilePraezisierungen, JSON.stringify({ pattern: random.pick(hostilePatterns) })]),
      'praezisierung',
    ),
  'praezisierung 3': (text, random) =>
    atElement(
      text,
      random,
      ({ name }) => {
        const own = name.replace(/\w+$/, 'praezisierung');
        const attributes = ['minLength', 'maxLength', 'minValue', 'maxValue'].map((bound) =>
          random.chance(0.5) ? ` ${bound}="${asXml(random.pick(hostileBounds))}"` : '',
        );
        const sibling = `<${name}><code>${random.pick(['text', 'num', 'num_int', 'num_currency', 'date', 'file'])}</code></${name}>`;
        return `${sibling}<${own}${attributes.join('')} pattern="${asXml(random.pick(hostilePatterns))}"/>`;
      },
      'datentyp',
    ),
  'code list': (text, random) =>
    withContent(
      text,
      random,
      () => random.pick(hostileTexts),
      'canonicalIdentification',
      'canonicalVersionUri',
      'CanonicalUri',
      'CanonicalVersionUri',
      'codeKey',
      'nameKey',
      'helpKey',
    ),
  'rule text': (text, random) =>
    atElement(
      text,
      random,
      ({ name, inside, insideEnd }) => {
        const [damage, again] = [random.pick(Object.values(ruleMutations)), random.pick(Object.values(ruleMutations))];
        const once = damage(readable(text.slice(inside, insideEnd)), random, idsIn(text));
        const result = random.chance(0.3) ? again(once, random, idsIn(text)) : once;
        return `<${name}>${asXml(result.replaceAll('\u0000', ''))}</${name}>`;
      },
      'freitextRegel',
      'script',
    ),
};
