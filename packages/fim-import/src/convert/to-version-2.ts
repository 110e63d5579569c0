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
    this.#losses.add(schema, 'Zeitpunkte der letzten Änderung (letzteAenderung) entfallen bei allen Elementen.');
    // D99000000001 stands where there is none.
    if (dokumentsteckbrief !== undefined && dokumentsteckbrief.id !== 'D99000000001') {
      this.#losses.add(schema, `Der Dokumentsteckbrief ${dokumentsteckbrief.id} entfällt.`);
    }
    const { ableitungsmodifikationenStruktur = '0', ableitungsmodifikationenRepraesentation = '0' } = schema;
    return { ...this.#angaben(rest), ableitungsmodifikationenStruktur, ableitungsmodifikationenRepraesentation, fassung: '2.0' };
  }

  group(group: Datenfeldgruppe): Datenfeldgruppe {
    if (group.auswahlgruppe)
      this.#losses.add(group, 'Die Gruppe ist keine Auswahlgruppe mehr (art X): Alle Elemente gelten nebeneinander.');
    return { ...this.#element(group), auswahlgruppe: false };
  }

  field(field: Datenfeld): Datenfeld {
    const { vorbefuellung, werte, codeKey, nameKey, helpKey, maxSize, mediaTypes, codelisteReferenz, ...rest } = field;
    const { feldart, datentyp } = field;
    const lost = (given: unknown, message: string) => given && this.#losses.add(field, message);
    lost(vorbefuellung !== undefined && vorbefuellung !== 'keine', `Die Vorbefüllung „${vorbefuellung}“ entfällt.`);
    lost(codeKey ?? nameKey ?? helpKey, 'Welche Spalten der Codeliste gelten (codeKey, nameKey, helpKey), entfällt.');
    lost(maxSize, 'Die Höchstgröße der Datei (maxSize) entfällt.');
    lost(mediaTypes.length > 0, 'Die zugelassenen Dateitypen (mediaType) entfallen.');
    lost(feldarten[feldart], `Die Feldart „${feldart}“ gibt es nicht; geschrieben wird „input“.`);
    lost(datentypen[datentyp], `Den Datentyp „${datentyp}“ gibt es nicht; geschrieben wird „text“.`);
    lost(werte && codelisteReferenz, 'Das Feld hat Werte und eine Codeliste; geschrieben werden die Werte.');
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
    lost(rule.typ !== undefined && rule.typ !== 'K', `Der Regeltyp „${rule.typ}“ entfällt.`);
    lost(rule.parameter ?? rule.ziele, 'Parameter und Ziele der Regel (param, ziel) entfallen.');
    lost(rule.fehler.length > 0, 'Fehlermeldungen der Regel (fehler) entfallen.');
    lost(rule.stichworte, 'Stichworte entfallen.');
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
    if (norms.some(fallsApart)) this.#losses.add(owner, 'Eine Handlungsgrundlage mit Semikolon wird beim Lesen zu mehreren.');
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
      this.#losses.add(element, `Der Freigabestatus „${statusNames[freigabestatus] ?? freigabestatus}“ wird „${status}“.`);
    }
    if (stichworte.length > 0) this.#losses.add(element, 'Stichworte entfallen.');
    if (relationen !== undefined && relationen.length > 0) this.#losses.add(element, 'Relationen entfallen.');
    const released = status === 'aktiv' ? statusGesetztAm : undefined;
    if (released !== statusGesetztAm)
      this.#losses.add(element, 'Wann der Status gesetzt wurde (statusGesetztAm), entfällt: Es ist kein Freigabedatum.');
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
    if (losesPatch(version)) this.#losses.add(element, `Die Version ${version} wird ${versionIn('2.0', version).version}.`);
    if (idIn('2.0', element.id) === element.id && /^[A-Z]\d{11}$/.test(element.id)) {
      this.#losses.add(element, 'Die Id hat kein Gegenstück, weil ihr Unternummernkreis nicht 000 ist; sie bleibt elfstellig.');
    }
  }
}
