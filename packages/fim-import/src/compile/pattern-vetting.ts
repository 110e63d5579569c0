import { type VettedPattern, vetPattern } from './pattern.js';
import { isPlain } from './plain-pattern.js';

/** Different patterns of one schema that are worth an analysis; the released schemas have three at most. */
const mostAnalysed = 20;

/**
 * Vets the patterns of one schema and says how much that may cost: an analysis takes some 30 ms, and one that comes to no end is
 * given up after seconds. A file full of patterns would otherwise keep the importer busy for hours (docs/adr/0024).
 */
export class PatternVetting {
  readonly #analysed = new Set<string>();
  #undecided = false;

  vet(source: string): VettedPattern {
    if (isPlain(source) || this.#analysed.has(source)) return vetPattern(source);
    if (this.#undecided || this.#analysed.size >= mostAnalysed) return { problem: tooMany };
    this.#analysed.add(source);
    const result = vetPattern(source);
    this.#undecided = 'undecided' in result;
    return result;
  }
}

const tooMany = {
  de: 'steht in einem Schema mit zu vielen aufwendigen Mustern und wurde nicht untersucht',
  en: 'stands in a schema with too many costly patterns and was not examined',
};
