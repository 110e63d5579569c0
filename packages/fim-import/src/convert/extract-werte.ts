import type { Codeliste } from '../codelists/codeliste.js';
import type { CodelisteReferenz, Datenfeld, Wert } from '../xdatenfelder/datenfeld.js';
import { idIn, versionIn } from './convert-ids.js';

/** A genericode list that stands beside a schema of version 2. */
export interface CodelistBeside {
  readonly fileName: string;
  readonly list: Codeliste;
}

/** Werte of fields as lists of their own: version 2 has no others. Fields with the same values share a list. */
export class ExtractedLists {
  readonly #byContent = new Map<string, CodelisteReferenz>();
  readonly #files = new Map<string, CodelistBeside>();

  /** The reference to the list of these values. Names are those of FIM's own converter. */
  referenceFor(field: Datenfeld, werte: readonly Wert[]): CodelisteReferenz {
    const content = JSON.stringify([field.id, field.version, werte]);
    const known = this.#byContent.get(content);
    if (known !== undefined) return known;
    const id = listId(field.id);
    const { version: idVersion } = versionIn('2.0', field.version);
    // With the version, so that schemas converted into one folder do not overwrite each other's lists.
    const file = this.#unused(idVersion === undefined ? id : `${id}V${idVersion}`);
    const version = field.letzteAenderung?.slice(0, 10) ?? field.version ?? '1';
    const versioned = field.version === undefined ? field.id : `${field.id}V${field.version}`;
    const kennung = this.#unusedName(`urn:de:fim:codeliste:${plainName(field.name)}_${versioned}`);
    const names = { kennung, version, versionUri: `${kennung}_${version}` };
    this.#files.set(file, { fileName: file, list: codelist(field.name, werte, names) });
    const reference = { ...names, id, ...(idVersion !== undefined && { idVersion }) };
    this.#byContent.set(content, reference);
    return reference;
  }

  list(): readonly CodelistBeside[] {
    return [...this.#files.values()];
  }

  #unused(name: string): string {
    const file = `${name}_genericode.xml`;
    return this.#files.has(file) ? this.#unused(`${name}-2`) : file;
  }

  #unusedName(kennung: string): string {
    const used = [...this.#files.values()].some(({ list }) => list.kennung === kennung);
    return used ? this.#unusedName(`${kennung}-2`) : kennung;
  }
}

/** The `C…` id that FIM gives the list of a field: the digits of the field. */
export const listId = (fieldId: string): string => `C${idIn('2.0', fieldId).slice(1)}`;

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };

const plainName = (name: string): string => name.replace(/[äöüÄÖÜß]/g, (letter) => umlauts[letter] ?? '').replace(/[^A-Za-z0-9]/g, '');

function codelist(name: string, werte: readonly Wert[], names: Pick<Codeliste, 'kennung' | 'version' | 'versionUri'>): Codeliste {
  const help = werte.some(({ hilfe }) => hilfe !== undefined);
  return {
    ...names,
    name,
    spalten: [{ id: 'code', name: 'Code' }, { id: 'name', name: 'Name' }, ...(help ? [{ id: 'hilfe', name: 'Hilfe' }] : [])],
    schluessel: 'code',
    zeilen: werte.map(
      (wert) => new Map([['code', wert.code], ['name', wert.name], ...(wert.hilfe === undefined ? [] : [['hilfe', wert.hilfe] as const])]),
    ),
  };
}
