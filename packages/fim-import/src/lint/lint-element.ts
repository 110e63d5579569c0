import type { Fassung } from '../xdatenfelder/angaben.js';
import type { Praezisierung } from '../xdatenfelder/datenfeld.js';
import { readPraezisierung2, readPraezisierung3 } from '../xdatenfelder/read-praezisierung.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import { type XmlElement, childOf } from '../xml/xml-element.js';

export type Art = 'stammdatenschema' | 'datenfeldgruppe' | 'datenfeld' | 'dokumentsteckbrief' | 'regel';

export interface RelationSource extends SourcePlace {
  readonly praedikat: string;
  readonly objekt: string;
}

/** A hundred checks look for children, and an element of a hostile file may have very many. */
function byName(children: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> {
  const named = new Map<string, XmlElement[]>();
  for (const child of children) {
    const alike = named.get(child.name);
    if (alike === undefined) named.set(child.name, [child]);
    else alike.push(child);
  }
  return named;
}

/** A `struktur`: how often, by which norm, and what stands there. */
export interface Stelle {
  readonly xml: XmlElement;
  readonly anzahl: string;
  readonly element: LintElement;
}

/**
 * An element as it stands in the file, with whatever is wrong about it. The model of a schema cannot be used for this: what is
 * read into it is already right.
 */
export class LintElement {
  readonly art: Art;
  readonly fassung: Fassung;
  readonly parent: LintElement | undefined;
  readonly relationen: RelationSource[] = [];
  readonly regeln: LintElement[] = [];
  readonly stellen: Stelle[] = [];
  #xml: XmlElement;
  #praezisierung: Praezisierung | undefined;
  #byName: ReadonlyMap<string, readonly XmlElement[]> | undefined;
  #id: string | undefined;
  #version: string | undefined;

  constructor(art: Art, fassung: Fassung, xml: XmlElement, parent?: LintElement) {
    this.art = art;
    this.fassung = fassung;
    this.#xml = xml;
    this.parent = parent;
  }

  get xml(): XmlElement {
    return this.#xml;
  }

  /** Sets the children, which are known only at the end tag. */
  close(xml: XmlElement): void {
    this.#xml = xml;
    this.#byName = undefined;
  }

  child(name: string): XmlElement | undefined {
    return this.all(name)[0];
  }

  all(name: string): readonly XmlElement[] {
    this.#byName ??= byName(this.#xml.children);
    return this.#byName.get(name) ?? [];
  }

  /** Text of a child without blanks around it; `''` if there is none. */
  text(name: string): string {
    return this.child(name)?.text.trim() ?? '';
  }

  /** `input` in `<feldart><code>input</code></feldart>`; `''` if there is none. */
  code(name: string): string {
    return this.textBelow(name, 'code');
  }

  textBelow(name: string, child: string): string {
    const element = this.child(name);
    return (element === undefined ? undefined : childOf(element, child))?.text.trim() ?? '';
  }

  get id(): string {
    this.#id ??= this.textBelow('identifikation', 'id');
    return this.#id;
  }

  get version(): string {
    this.#version ??= this.textBelow('identifikation', 'version');
    return this.#version;
  }

  get status(): string {
    return this.code(this.fassung === '2.0' ? 'status' : 'freigabestatus');
  }

  /** `G…/F…`, below the schema; `''` for the schema itself. */
  get path(): string {
    if (this.parent === undefined) return '';
    return [this.parent.path, this.id || '?'].filter((part) => part !== '').join('/');
  }

  /** Bounds as written, whichever notation they have. */
  get praezisierung(): Praezisierung {
    this.#praezisierung ??=
      this.fassung === '2.0'
        ? readPraezisierung2(this.text('praezisierung'), this.code('datentyp').startsWith('num'))
        : readPraezisierung3(this.child('praezisierung'));
    return this.#praezisierung;
  }
}
