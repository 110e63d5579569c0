import { SaxesParser } from 'saxes';

interface Open {
  readonly name: string;
  id: string;
}

/**
 * Where the content of each element begins, as `line:column`, with the ids of the fields and groups around it: a second reading of
 * the file, independent of the one that is tested.
 */
export function elementPlaces(xml: string): ReadonlyMap<string, string> {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  const places: [place: string, around: readonly Open[]][] = [];
  parser.on('opentag', ({ local }) => {
    open.push({ name: local, id: '' });
    const around = open.filter(({ name }) => ['datenfeldgruppe', 'datenfeld', 'regel'].includes(name));
    places.push([`${parser.line}:${parser.column + 1}`, around]);
  });
  parser.on('text', (text) => {
    const [owner, identifikation, id] = open.slice(-3);
    if (owner !== undefined && identifikation?.name === 'identifikation' && id?.name === 'id') owner.id += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return new Map(places.map(([place, around]) => [place, around.map(({ id }) => id).join('/')]));
}
