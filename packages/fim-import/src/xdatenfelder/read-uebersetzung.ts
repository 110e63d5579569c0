import { say } from '../language.js';
import type { ElementHandler, StartTag } from '../xml/element-handler.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { readXmlFile, readXmlText } from '../xml/read-xml.js';
import { type XmlElement, childrenOf, collectElement } from '../xml/xml-element.js';
import type { XmlLimits } from '../xml/xml-limits.js';
import type { Identifikation } from './angaben.js';
import { present, readIdentifikation } from './read-angaben.js';
import { Reading } from './reading.js';
import type { UebersetzteRegel, UebersetzteSprache, Uebersetzung, UebersetztesElement } from './uebersetzung.js';

const namespace = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0';
export const uebersetzungMessage = 'xdatenfelder.uebersetzung.0106';

/**
 * Reads a translation message (uebersetzung.0106, XDatenfelder 3.0.0) from disk, element by element.
 * @throws FimInputError if it is none, with file, line and column
 */
export async function readUebersetzung(path: string, limits?: XmlLimits): Promise<Uebersetzung> {
  const message = new UebersetzungMessage(path);
  await readXmlFile(path, message.root, limits);
  return message.result();
}

export function readUebersetzungText(text: string, file: string): Uebersetzung {
  const message = new UebersetzungMessage(file);
  readXmlText(text, file, message.root);
  return message.result();
}

class UebersetzungMessage {
  readonly #file: string;
  readonly #reading: Reading;
  readonly #sprachen: UebersetzteSprache[] = [];
  #uebersetzt: Identifikation | undefined;
  #start: StartTag | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#reading = new Reading(file, '3.0.0', namespace);
  }

  readonly root = (tag: StartTag): ElementHandler => {
    this.#start = tag;
    if (tag.namespace !== namespace || tag.name !== uebersetzungMessage) this.#refuse('fim-not-a-translation', notOne(tag), tag);
    return {
      child: (child) => {
        if (child.namespace !== namespace) return undefined;
        if (child.name === 'uebersetzt') {
          if (this.#uebersetzt) this.#refuse('fim-element-duplicate', twice('uebersetzt'), child);
          return collectElement(child, this.#reading.accepts, (element) => {
            this.#uebersetzt = readIdentifikation(this.#reading, element);
          });
        }
        return child.name === 'sprache' ? this.#sprache(child) : undefined;
      },
    };
  };

  /** @throws FimInputError if the message names no schema or holds no language */
  result(): Uebersetzung {
    if (!this.#uebersetzt) this.#refuse('fim-element-missing', missing('uebersetzt'), this.#start);
    if (this.#sprachen.length === 0) this.#refuse('fim-element-missing', missing('sprache'), this.#start);
    return { file: this.#file, uebersetzt: this.#uebersetzt, sprachen: this.#sprachen };
  }

  #sprache(tag: StartTag): ElementHandler {
    const lang = tag.attribute('lang')?.trim() ?? '';
    if (!/^[a-z]{2,3}$/.test(lang)) this.#refuse('fim-element-invalid', noLanguage(lang), tag);
    const version = tag.attribute('version')?.trim() ?? '';
    if (!/^[1-9]\d{0,8}$/.test(version)) this.#refuse('fim-element-invalid', noVersion(version), tag);
    const elemente: UebersetztesElement[] = [];
    return {
      child: (child) =>
        child.namespace === namespace && child.name === 'element'
          ? collectElement(child, this.#reading.accepts, (element) => elemente.push(this.#element(element)))
          : undefined,
      end: () => {
        const place = { line: tag.line, column: tag.column };
        const { region, variant } = { region: tag.attribute('region')?.trim(), variant: tag.attribute('variant')?.trim() };
        this.#sprachen.push({ lang, ...present({ region, variant }), version: Number(version), elemente, place });
      },
    };
  }

  #element(element: XmlElement): UebersetztesElement {
    const werte = this.#reading.unambiguous(element, 'werte');
    return {
      uebersetzt: this.#reference(element),
      ...present({
        bezeichnungEingabe: this.#text(element, 'bezeichnungEingabe'),
        bezeichnungAusgabe: this.#text(element, 'bezeichnungAusgabe'),
        hilfetextEingabe: this.#text(element, 'hilfetextEingabe'),
        inhalt: this.#text(element, 'inhalt'),
      }),
      werte: (werte ? childrenOf(werte, 'wert') : []).flatMap((wert) => {
        const code = this.#reading.required(wert, 'code');
        const name = this.#text(wert, 'name');
        return name === undefined ? [] : [{ code, name, ...present({ hilfe: this.#text(wert, 'hilfe') }) }];
      }),
      regeln: childrenOf(element, 'regel').map((regel) => this.#regel(regel)),
      place: { line: element.line, column: element.column },
    };
  }

  #regel(regel: XmlElement): UebersetzteRegel {
    const fehler = childrenOf(regel, 'fehler').flatMap((one) => {
      const text = trimmed(one.text);
      return text === undefined ? [] : [{ code: one.attribute('code')?.trim() ?? '', text }];
    });
    return { uebersetzt: this.#reference(regel), fehler };
  }

  #reference(element: XmlElement): Identifikation {
    const reference = this.#reading.unambiguous(element, 'uebersetzt');
    if (!reference) this.#refuse('fim-element-missing', missing('uebersetzt'), element);
    return readIdentifikation(this.#reading, reference);
  }

  /** Any script: the character set of the standard's German texts does not bind a translation. */
  #text(element: XmlElement, name: string): string | undefined {
    const child = this.#reading.unambiguous(element, name);
    return child && trimmed(child.text);
  }

  #refuse(code: ConstructorParameters<typeof FimInputError>[0], reason: string, place?: StartTag): never {
    throw new FimInputError(code, this.#file, reason, place);
  }
}

/** Line breaks stay: help texts carry lists. */
function trimmed(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || undefined
  );
}

const notOne = ({ name }: StartTag): string =>
  say({
    de: `Das ist keine Übersetzung in XDatenfelder 3.0.0 (Nachricht ${uebersetzungMessage}): Das oberste Element ist „${name}“.`,
    en: `This is no translation in XDatenfelder 3.0.0 (message ${uebersetzungMessage}): the root element is “${name}”.`,
  });

const missing = (name: string): string =>
  say({ de: `Hier fehlt „${name}“. Exportieren Sie die Übersetzung neu.`, en: `“${name}” is missing here. Export the translation again.` });

const twice = (name: string): string =>
  say({ de: `„${name}“ steht zweimal da. Lassen Sie das richtige stehen.`, en: `“${name}” stands twice. Keep the right one.` });

const noLanguage = (lang: string): string =>
  say({
    de: `„${lang}“ ist keine Sprache: „lang“ hat zwei oder drei Kleinbuchstaben, etwa „en“.`,
    en: `“${lang}” is no language: “lang” has two or three lower-case letters, such as “en”.`,
  });

const noVersion = (version: string): string =>
  say({
    de: `„${version}“ ist keine Fassung der Übersetzung: „version“ ist eine ganze Zahl ab 1.`,
    en: `“${version}” is no version of the translation: “version” is a whole number from 1 on.`,
  });
