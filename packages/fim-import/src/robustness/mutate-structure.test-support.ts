import { type XmlMutation, atElement } from './at-element.test-support.js';
import { hostileNames } from './hostile-values.test-support.js';
import { slicesOf } from './xml-slices.test-support.js';

/** Changes the structure of a document. */
export const structureMutations: Readonly<Record<string, XmlMutation>> = {
  'element left out': (text, random) => atElement(text, random, () => ''),
  'element doubled': (text, random) => atElement(text, random, (_, own) => own.repeat(random.pick([2, 2, 3, 40]))),
  'element many times': (text, random) =>
    atElement(text, random, (_, own) => own.repeat(Math.max(2, Math.min(2_000, Math.floor(100_000 / own.length))))),
  'element empty': (text, random) => atElement(text, random, ({ name }) => `<${name}/>`),
  'end tag left out': (text, random) => atElement(text, random, ({ start, insideEnd }) => text.slice(start, insideEnd)),
  'element renamed': (text, random) =>
    atElement(text, random, ({ name, inside, insideEnd, start }) => {
      const other = random.pick([...hostileNames, ...slicesOf(text).map((slice) => slice.name)]);
      return `<${other}${text.slice(start + 1 + name.length, inside)}${text.slice(inside, insideEnd)}</${other}>`;
    }),
  'name replaced everywhere': (text, random) => {
    const name = random.pick(slicesOf(text))?.name ?? 'x';
    return text.replaceAll(new RegExp(`(</?)${name.replace('.', '\\.')}(?=[\\s/>])`, 'g'), `$1${random.pick(hostileNames)}`);
  },
  'element elsewhere': (text, random) => {
    let moved = '';
    const rest = atElement(text, random, (_, own) => ((moved = own), ''));
    return atElement(rest, random, (_, own) => (random.chance(0.5) ? own + moved : moved + own));
  },
  'elements swapped': (text, random) => {
    const other = random.pick(slicesOf(text));
    return other === undefined ? text : atElement(text, random, () => text.slice(other.start, other.end));
  },
  'element within itself': (text, random) =>
    atElement(text, random, ({ start, inside, end, insideEnd }, own) => text.slice(start, inside) + own + text.slice(insideEnd, end)),
  'position within its own group': (text, random) =>
    atElement(
      text,
      random,
      ({ parent }, own) => {
        const around = parent?.parent?.parent;
        return around === undefined || around.end - around.start > 30_000 ? own : own + text.slice(around.start, around.end);
      },
      'struktur',
    ),
  'nested deeply': (text, random) =>
    atElement(text, random, ({ name }, own) => {
      const depth = random.pick([2, 60, 195, 250, 5_000]);
      return `<${name}>`.repeat(depth) + own + `</${name}>`.repeat(depth);
    }),
  'position nested deeply': (text, random) =>
    atElement(
      text,
      random,
      ({ name, start, insideEnd, end }, own) => {
        if (own.length > 5_000) return own;
        const group = text.slice(start, insideEnd).replace(/(<\/[\w:]*datenfeldgruppe>\s*<\/[\w:]*enthaelt>\s*)$/, '\u0000$1');
        const depth = random.pick([3, 20, 45, 70]);
        const [before = '', after = ''] = group.split('\u0000');
        return after === '' ? `<${name}>${own}</${name}>` : before.repeat(depth) + own + (after + text.slice(insideEnd, end)).repeat(depth);
      },
      'struktur',
    ),
};
