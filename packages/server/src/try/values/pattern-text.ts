import type { Chance } from './chance.js';
import { parsePattern } from './pattern-tree.js';
import type { Pattern } from './pattern-tree.js';

/** A text that the pattern probably matches; the caller checks it. `room`: rather long or rather short. */
export function patternText(pattern: string, chance: Chance, room: 'short' | 'any' | 'long'): string {
  return write(parsePattern(pattern));

  function write(tree: Pattern): string {
    switch (tree.kind) {
      case 'one-of':
        return tree.signs.length > 0 ? chance.pick(tree.signs) : '';
      case 'sequence':
        return tree.parts.map(write).join('');
      case 'either':
        return write(chance.pick(tree.ways));
      case 'repeat': {
        const { least, most, part } = tree;
        const times = room === 'short' ? least : room === 'long' ? most : chance.whole(least, Math.min(most, least + 6));
        return Array.from({ length: Math.min(times, 2000) }, () => write(part)).join('');
      }
    }
  }
}
