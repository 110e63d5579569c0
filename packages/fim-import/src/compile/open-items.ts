import type { OpenItem } from '@serviceportal/form-engine';
import { say } from '../language.js';
import type { SourcePlace } from '../xml/fim-input-error.js';

export interface Finding {
  readonly kind: OpenItem['kind'];
  readonly severity?: 'note';
  readonly message: string;
  readonly source?: string;
  readonly path?: string;
  readonly ruleId?: string;
}

/** Collects what could not be compiled. What recurs at many positions of the same element is reported once. */
export class OpenItems {
  readonly #file: string;
  readonly #items = new Map<string, { item: OpenItem; times: number }>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @param once what makes two findings the same */
  add(finding: Finding, place: SourcePlace, once: string): void {
    const key = `${finding.kind} ${once} ${finding.message}`;
    const known = this.#items.get(key);
    if (known !== undefined) known.times++;
    else this.#items.set(key, { item: { ...finding, file: this.#file, line: place.line, column: place.column }, times: 1 });
  }

  list(): readonly OpenItem[] {
    return [...this.#items.values()].map(({ item, times }) =>
      times === 1
        ? item
        : { ...item, message: say({ de: `${item.message} (An ${times} Stellen.)`, en: `${item.message} (At ${times} places.)` }) },
    );
  }
}
