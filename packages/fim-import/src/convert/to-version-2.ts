import { say } from '../language.js';
import type { AllgemeineAngaben, Rechtsbezug } from '../xdatenfelder/angaben.js';
import type { Datenfeld, Datentyp, Feldart } from '../xdatenfelder/datenfeld.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Datenfeldgruppe, Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import { fallsApart, normsIn2 } from './convert-bezug.js';
import { idIn, idsInText, losesPatch, versionIn } from './convert-ids.js';
import { losesStatus, statusIn2, statusNames } from './convert-status.js';
import type { Conversion } from './convert-struktur.js';
import { type ExtractedLists, listId } from './extract-werte.js';
import type { Losses } from './losses.js';
import { without } from './without.js';

type Element = { readonly id: string; readonly place: SourcePlace };

const feldarten: Readonly<Partial<Record<Feldart, Feldart>>> = { hidden: 'input', locked: 'input' };
const datentypen: Readonly<Partial<Record<Datentyp, Datentyp>>> = { text_latin: 'text', time: 'text', datetime: 'text' };

/** Version 3 as version 2. */
export class ToVersion2 implements Conversion {
  readonly #losses: Losses;
  readonly #lists: ExtractedLists;

  constructor(losses: Losses, lists: ExtractedLists) {
    this.#losses = losses;
    this.#lists = lists;
  }

  schema(schema: Stammdatenschema): Stammdatenschema {
    const { dokumentsteckbrief, ...rest } = schema;
    this.#losses.add(
      schema,
      say({
        de: 'Zeitpunkte der letzten Änderung (letzteAenderung) entfallen bei allen Elementen.',
        en: 'The times of the last change (letzteAenderung) are lost for all elements.',
      }),
    );
    // D99000000001 stands where there is none.
    if (dokumentsteckbrief !== undefined && dokumentsteckbrief.id !== 'D99000000001') {
      this.#losses.add(
        schema,
        say({
          de: `Der Dokumentsteckbrief ${dokumentsteckbrief.id} entfällt.`,
          en: `The Dokumentsteckbrief ${dokumentsteckbrief.id} is lost.`,
        }),
      );
    }
    const { ableitungsmodifikationenStruktur = '0', ableitungsmodifikationenRepraesentation = '0' } = schema;
    return { ...this.#angaben(rest), ableitungsmodifikationenStruktur, ableitungsmodifikationenRepraesentation, fassung: '2.0' };
  }

  group(group: Datenfeldgruppe): Datenfeldgruppe {
    if (group.auswahlgruppe)
      this.#losses.add(
        group,
        say({
          de: 'Die Gruppe ist keine Auswahlgruppe mehr (art X): Alle Elemente gelten nebeneinander.',
          en: 'The group is no longer a choice (art X): all its elements apply side by side.',
        }),
      );
    return { ...this.#element(group), auswahlgruppe: false };
  }

  field(field: Datenfeld): Datenfeld {
    const { vorbefuellung, werte, codeKey, nameKey, helpKey, maxSize, mediaTypes, codelisteReferenz, ...rest } = field;
    const { feldart, datentyp } = field;
    const lost = (given: unknown, message: string) => given && this.#losses.add(field, message);
    lost(
      vorbefuellung !== undefined && vorbefuellung !== 'keine',
      say({ de: `Die Vorbefüllung „${vorbefuellung}“ entfällt.`, en: `The prefilling (vorbefuellung) “${vorbefuellung}” is lost.` }),
    );
    lost(
      codeKey ?? nameKey ?? helpKey,
      say({
        de: 'Welche Spalten der Codeliste gelten (codeKey, nameKey, helpKey), entfällt.',
        en: 'Which columns of the code list hold (codeKey, nameKey, helpKey) is lost.',
      }),
    );
    lost(maxSize, say({ de: 'Die Höchstgröße der Datei (maxSize) entfällt.', en: 'The greatest size of the file (maxSize) is lost.' }));
    lost(
      mediaTypes.length > 0,
      say({ de: 'Die zugelassenen Dateitypen (mediaType) entfallen.', en: 'The permitted file types (mediaType) are lost.' }),
    );
    lost(
      feldarten[feldart],
      say({
        de: `Die Feldart „${feldart}“ gibt es nicht; geschrieben wird „input“.`,
        en: `There is no feldart “${feldart}”; written as “input”.`,
      }),
    );
    lost(
      datentypen[datentyp],
      say({
        de: `Den Datentyp „${datentyp}“ gibt es nicht; geschrieben wird „text“.`,
        en: `There is no datentyp “${datentyp}”; written as “text”.`,
      }),
    );
    lost(
      werte && codelisteReferenz,
      say({
        de: 'Das Feld hat Werte und eine Codeliste; geschrieben werden die Werte.',
        en: 'The field has values and a code list; the values are written.',
      }),
    );
    const referenz = werte !== undefined && werte.length > 0 ? this.#lists.referenceFor(field, werte) : this.#reference(field);
    return {
      ...this.#element<Datenfeld>({ ...rest, mediaTypes: [] }),
      feldart: feldarten[feldart] ?? feldart,
      datentyp: datentypen[datentyp] ?? datentyp,
      ...(referenz !== undefined && { codelisteReferenz: referenz }),
    };
  }

  rule(rule: Regel): Regel {
    const lost = (given: unknown, message: string) => given && this.#losses.add(rule, message);
    const { text, skript, beschreibung, fachlicherErsteller } = rule;
    lost(
      rule.typ !== undefined && rule.typ !== 'K',
      say({ de: `Der Regeltyp „${rule.typ}“ entfällt.`, en: `The type of the rule, “${rule.typ}”, is lost.` }),
    );
    lost(
      rule.parameter ?? rule.ziele,
      say({
        de: 'Parameter und Ziele der Regel (param, ziel) entfallen.',
        en: 'Parameters and targets of the rule (param, ziel) are lost.',
      }),
    );
    lost(
      rule.fehler.length > 0,
      say({ de: 'Fehlermeldungen der Regel (fehler) entfallen.', en: 'Error messages of the rule (fehler) are lost.' }),
    );
    lost(rule.stichworte, say({ de: 'Stichworte entfallen.', en: 'Keywords (stichwort) are lost.' }));
    this.#checkVersion(rule);
    return {
      ...this.#identification(rule),
      name: rule.name,
      bezug: this.norms(rule.bezug, rule),
      fehler: [],
      ...(beschreibung !== undefined && { beschreibung }),
      ...(text !== undefined && { text: idsInText('2.0', text) }),
      ...(skript !== undefined && { skript }),
      ...(fachlicherErsteller !== undefined && { fachlicherErsteller }),
      // Version 3 has no state of rules; version 2 demands one.
      angaben2: { freigabestatus: 'aktiv' },
      place: rule.place,
      textPlace: rule.textPlace,
    };
  }

  norms(norms: readonly Rechtsbezug[], owner: Element): readonly Rechtsbezug[] {
    if (norms.some(fallsApart))
      this.#losses.add(
        owner,
        say({
          de: 'Eine Handlungsgrundlage mit Semikolon wird beim Lesen zu mehreren.',
          en: 'A legal basis with a semicolon becomes several when it is read.',
        }),
      );
    return normsIn2(norms);
  }

  #reference({ id, version, codelisteReferenz }: Datenfeld): Datenfeld['codelisteReferenz'] {
    if (codelisteReferenz === undefined) return undefined;
    const { kennung, version: listVersion } = codelisteReferenz;
    const versionUri = codelisteReferenz.versionUri ?? (listVersion === undefined ? kennung : `${kennung ?? ''}_${listVersion}`);
    const idVersion = versionIn('2.0', version).version;
    return {
      ...codelisteReferenz,
      ...(versionUri !== undefined && { versionUri }),
      id: listId(id),
      ...(idVersion !== undefined && { idVersion }),
    };
  }

  #element<T extends Datenfeld | Datenfeldgruppe>(element: T): T {
    return { ...this.#angaben(element), schemaelementart: element.schemaelementart ?? 'RNG' };
  }

  /** What every element says about itself. */
  #angaben<T extends AllgemeineAngaben>(element: T): T {
    const { relationen, freigabestatus, statusGesetztAm, stichworte } = element;
    const rest = without(element, 'letzteAenderung', 'relationen', 'version', 'statusGesetztAm');
    const status = statusIn2(freigabestatus);
    if (freigabestatus !== undefined && losesStatus(freigabestatus)) {
      this.#losses.add(
        element,
        say({
          de: `Der Freigabestatus „${statusNames[freigabestatus] ?? freigabestatus}“ wird „${status}“.`,
          en: `The release state “${statusNames[freigabestatus] ?? freigabestatus}” becomes “${status}”.`,
        }),
      );
    }
    if (stichworte.length > 0) this.#losses.add(element, say({ de: 'Stichworte entfallen.', en: 'Keywords (stichwort) are lost.' }));
    if (relationen !== undefined && relationen.length > 0)
      this.#losses.add(element, say({ de: 'Relationen entfallen.', en: 'Relations are lost.' }));
    const released = status === 'aktiv' ? statusGesetztAm : undefined;
    if (released !== statusGesetztAm)
      this.#losses.add(
        element,
        say({
          de: 'Wann der Status gesetzt wurde (statusGesetztAm), entfällt: Es ist kein Freigabedatum.',
          en: 'When the state was set (statusGesetztAm) is lost: it is no date of release.',
        }),
      );
    this.#checkVersion(element);
    return {
      ...(rest as unknown as T),
      ...this.#identification(element),
      freigabestatus: status,
      ...(released !== undefined && { statusGesetztAm: released }),
      bezug: this.norms(element.bezug, element),
      stichworte: [],
    };
  }

  #identification({ id, version }: { readonly id: string; readonly version?: string }) {
    return { id: idIn('2.0', id), ...versionIn('2.0', version) };
  }

  #checkVersion(element: Element & { readonly version?: string }): void {
    const { version } = element;
    if (losesPatch(version))
      this.#losses.add(
        element,
        say({
          de: `Die Version ${version} wird ${versionIn('2.0', version).version}.`,
          en: `Version ${version} becomes ${versionIn('2.0', version).version}.`,
        }),
      );
    if (idIn('2.0', element.id) === element.id && /^[A-Z]\d{11}$/.test(element.id)) {
      this.#losses.add(
        element,
        say({
          de: 'Die Id hat kein Gegenstück, weil ihr Unternummernkreis nicht 000 ist; sie bleibt elfstellig.',
          en: 'The id has no counterpart, because its sub-range is not 000; it keeps eleven digits.',
        }),
      );
    }
  }
}
