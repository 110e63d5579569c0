import type { SourcePlace } from '../xml/fim-input-error.js';

export interface LossPlace extends SourcePlace {
  /** The element as the source names it. */
  readonly id: string;
}

/** Something that the target version cannot say, with the elements that lose it, each once. */
export interface Loss {
  readonly message: string;
  readonly elements: readonly LossPlace[];
}

/** Collects what a conversion loses. */
export class Losses {
  readonly #losses = new Map<string, Map<string, LossPlace>>();

  add(element: { readonly id: string; readonly place: SourcePlace }, message: string): void {
    const elements = this.#losses.get(message) ?? new Map<string, LossPlace>();
    this.#losses.set(message, elements);
    const { line, column } = element.place;
    if (!elements.has(element.id)) elements.set(element.id, { id: element.id, line, column });
  }

  list(): readonly Loss[] {
    return [...this.#losses].map(([message, elements]) => ({ message, elements: [...elements.values()] }));
  }
}
