import type { Random } from './random.test-support.js';
import { type XmlSlice, localName } from './xml-slices.test-support.js';

const longestPiece = 5_000;
const relations = /<([\w:]*)relation>[\s\S]*?<\/\1relation>\s*/g;

/**
 * A small schema cut out of a large one: its head, some of its rules, and the positions that these rules name or, failing that, any.
 * So that ten thousand of them can be read in the time of a few hundred schemas.
 */
export function excerptOf(text: string, slices: readonly XmlSlice[], random: Random): string | undefined {
  const schema = slices.find((slice) => localName(slice) === 'stammdatenschema');
  if (schema === undefined) return undefined;
  const source = ({ start, end }: XmlSlice): string => text.slice(start, end).replaceAll(relations, '');
  const head = slices.filter(({ parent, name }) => parent === schema && !/(struktur|regel|relation)$/.test(name)).map(source);
  const small = (name: string) => slices.filter((slice) => localName(slice) === name && slice.end - slice.start < longestPiece);

  const positions = small('struktur');
  const rules = small('regel');
  const chosenRules = rules.length === 0 ? [] : [...new Set(Array.from({ length: 3 }, () => source(random.pick(rules))))];
  const named = new Set(chosenRules.flatMap((rule) => rule.match(/[FG]\d{8,12}/g) ?? []));
  const chosen = positions.filter((position) => named.has(ownId(text, position))).slice(0, 6);
  while (positions.length > 0 && chosen.length < 2) chosen.push(random.pick(positions));
  const outermost = chosen.filter((one) => !chosen.some((other) => other.start < one.start && one.end <= other.end));
  const body = [...new Set(outermost.map(source))];
  return [text.slice(0, schema.inside), ...head, ...chosenRules, ...body, text.slice(schema.insideEnd)].join('\n');
}

/** The id of the element at a position. */
function ownId(text: string, { start, end }: XmlSlice): string {
  return /enthaelt>\s*<[\w:]*datenfeld(?:gruppe)?>\s*<[\w:]*identifikation>\s*<[\w:]*id>([^<]*)</.exec(text.slice(start, end))?.[1] ?? '';
}
