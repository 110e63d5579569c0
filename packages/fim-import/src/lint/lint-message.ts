import { fassungen } from '../xdatenfelder/schema-message.js';
import type { Fassung } from '../xdatenfelder/angaben.js';
import type { ElementHandler, StartTag } from '../xml/element-handler.js';
import { FimInputError, type SourcePlace } from '../xml/fim-input-error.js';
import { type XmlElement, childOf, collectElement } from '../xml/xml-element.js';
import { type Art, LintElement } from './lint-element.js';
import { RelationHandler } from './relation-handler.js';

/** Version 2 calls the element of message 0101 `dokumentensteckbrief`. */
const payloads: ReadonlyMap<string, Art> = new Map([
  ['dokumentsteckbrief', 'dokumentsteckbrief'],
  ['dokumentensteckbrief', 'dokumentsteckbrief'],
  ['stammdatenschema', 'stammdatenschema'],
  ['datenfeldgruppe', 'datenfeldgruppe'],
  ['datenfeld', 'datenfeld'],
]);

const open = (tag: StartTag): XmlElement => ({ ...tag, text: '', children: [] });

/** Reads the messages 0101 to 0104 without asking for anything but well-formed XML. */
export class LintMessage {
  readonly #file: string;
  #fassung: Fassung = '3.0.0';
  #namespace = '';
  #root: LintElement | undefined;
  #start: SourcePlace | undefined;
  readonly #relations = new RelationHandler();

  constructor(file: string) {
    this.#file = file;
  }

  readonly root = (tag: StartTag): ElementHandler => {
    this.#start = tag;
    const fassung = fassungen.get(tag.namespace);
    if (fassung === undefined) {
      throw new FimInputError('fim-not-xdatenfelder', this.#file, `Das ist keine Nachricht in XDatenfelder 2.0 oder 3.0.0.`, tag);
    }
    this.#fassung = fassung;
    this.#namespace = tag.namespace;
    return {
      child: (payload) => {
        const art = payloads.get(payload.name);
        if (art === undefined || this.#root !== undefined) return undefined;
        this.#root = new LintElement(art, fassung, open(payload));
        return this.#elementHandler(this.#root, payload);
      },
    };
  };

  /** @throws FimInputError if there was nothing to check */
  result(): LintElement {
    if (this.#root !== undefined) return this.#root;
    throw new FimInputError(
      'fim-not-a-schema',
      this.#file,
      'Die Datei enthält weder Datenschema noch Datenfeldgruppe, Datenfeld oder Dokumentsteckbrief.',
      this.#start,
    );
  }

  readonly #accepts = (tag: StartTag): boolean => tag.namespace === this.#namespace || tag.namespace === '';

  #elementHandler(element: LintElement, tag: StartTag): ElementHandler {
    const children: XmlElement[] = [];
    return {
      child: (childTag) => {
        if (!this.#accepts(childTag)) return undefined;
        if (childTag.name === 'struktur') return this.#strukturHandler(element, childTag);
        if (childTag.name === 'relation') return this.#relations.start(childTag, element.relationen);
        return collectElement(childTag, this.#accepts, (child) => {
          if (child.name === 'regel') element.regeln.push(new LintElement('regel', this.#fassung, child, element));
          else children.push(child);
        });
      },
      end: () => element.close({ ...tag, text: '', children }),
    };
  }

  #strukturHandler(parent: LintElement, tag: StartTag): ElementHandler {
    const children: XmlElement[] = [];
    const elements: LintElement[] = [];
    return {
      child: (childTag) => {
        if (!this.#accepts(childTag)) return undefined;
        if (childTag.name !== 'enthaelt') return collectElement(childTag, this.#accepts, (child) => children.push(child));
        return { child: (content) => this.#enthaeltHandler(parent, content, (element) => elements.push(element)) };
      },
      end: () => {
        const xml: XmlElement = { ...tag, text: '', children };
        const anzahl = childOf(xml, 'anzahl')?.text.trim() ?? '';
        for (const element of elements) parent.stellen.push({ xml, anzahl, element });
      },
    };
  }

  #enthaeltHandler(parent: LintElement, tag: StartTag, done: (element: LintElement) => void): ElementHandler | undefined {
    if (!this.#accepts(tag) || (tag.name !== 'datenfeld' && tag.name !== 'datenfeldgruppe')) return undefined;
    const element = new LintElement(tag.name, this.#fassung, open(tag), parent);
    done(element);
    return this.#elementHandler(element, tag);
  }
}
