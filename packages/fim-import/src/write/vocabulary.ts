import { type XmlNode, xmlElement } from '../xml/write-xml.js';
import type { Fassung } from '../xdatenfelder/angaben.js';

const namespaces: Readonly<Record<Fassung, readonly [prefix: string, namespace: string]>> = {
  '2.0': ['xdf', 'urn:xoev-de:fim:standard:xdatenfelder_2'],
  '3.0.0': ['xdf3', 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0'],
};

/** List and version of it that the XSD names for each coded element; where it differs, that of 2.0 and that of 3.0.0. */
const lists: Readonly<Record<string, readonly [uri: string, version2: string, version3?: string]>> = {
  ableitungsmodifikationenStruktur: ['urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenStruktur', '1.0'],
  ableitungsmodifikationenRepraesentation: ['urn:xoev-de:fim:codeliste:xdatenfelder.ableitungsmodifikationenRepraesentation', '1.0'],
  schemaelementart: ['urn:xoev-de:fim:codeliste:xdatenfelder.schemaelementart', '1.0'],
  status: ['urn:xoev-de:fim:codeliste:xdatenfelder.status', '1.0'],
  freigabestatus: ['urn:xoev-de:xprozess:codeliste:status', '2022-07-12'],
  feldart: ['urn:xoev-de:fim:codeliste:xdatenfelder.feldart', '1.0', '2.0'],
  datentyp: ['urn:xoev-de:fim:codeliste:xdatenfelder.datentyp', '1.0', '2.0'],
  vorbefuellung: ['urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung', '1.0'],
  typ: ['urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp', '1.0'],
  art: ['urn:xoev-de:fim:codeliste:datenfelder.gruppenart', '1.0'],
  praedikat: ['urn:xoev-de:fim-datenfelder:codeliste:relation', '1.2'],
};

type Attributes = Readonly<Record<string, string | undefined>>;

/** Makes elements of one version of the standard. */
export class Vocabulary {
  readonly fassung: Fassung;
  readonly #prefix: string;
  readonly #namespace: string;

  constructor(fassung: Fassung) {
    this.fassung = fassung;
    [this.#prefix, this.#namespace] = namespaces[fassung];
  }

  element(name: string, content: string | readonly XmlNode[], attributes?: Attributes): XmlNode {
    return xmlElement(`${this.#prefix}:${name}`, content, attributes);
  }

  message(name: string, content: readonly XmlNode[]): XmlNode {
    return this.element(name, content, { [`xmlns:${this.#prefix}`]: this.#namespace });
  }

  /** An element that is left out without a value. */
  optional(name: string, value: string | undefined): readonly XmlNode[] {
    return value === undefined ? [] : [this.element(name, value)];
  }

  /** An element that version 2 demands, empty if need be, and version 3 leaves out without a value. */
  always2(name: string, value: string | undefined): readonly XmlNode[] {
    return this.fassung === '2.0' ? [this.element(name, value ?? '')] : this.optional(name, value);
  }

  /** The element `code` of a coded value has no namespace. */
  coded(name: string, code: string | undefined): readonly XmlNode[] {
    if (code === undefined) return [];
    const [listURI, version2, version3] = lists[name] ?? [];
    const listVersionID = this.fassung === '2.0' ? version2 : (version3 ?? version2);
    return [this.element(name, [xmlElement('code', code)], { listURI, listVersionID })];
  }
}
