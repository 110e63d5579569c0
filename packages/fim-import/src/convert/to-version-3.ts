import { referenceName } from '../codelists/find-codelist.js';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { say } from '../language.js';
import type { AllgemeineAngaben, Rechtsbezug } from '../xdatenfelder/angaben.js';
import type { Datenfeld, Praezisierung } from '../xdatenfelder/datenfeld.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Datenfeldgruppe, Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { normsIn3 } from './convert-bezug.js';
import { idIn, idsInText, versionIn } from './convert-ids.js';
import { statusIn3 } from './convert-status.js';
import type { Conversion } from './convert-struktur.js';
import { inlineWerte } from './inline-codelist.js';
import type { Losses } from './losses.js';
import { without } from './without.js';

/** Version 2 as version 3. */
export class ToVersion3 implements Conversion {
  readonly #losses: Losses;
  readonly #codelists: ResolvedCodelists;
  readonly #zeitpunkt: string;

  /** @param zeitpunkt when the elements count as changed last, ISO 8601: version 2 does not say it */
  constructor(losses: Losses, codelists: ResolvedCodelists, zeitpunkt: string) {
    this.#losses = losses;
    this.#codelists = codelists;
    this.#zeitpunkt = zeitpunkt;
  }

  schema(schema: Stammdatenschema): Stammdatenschema {
    const { bezeichnungAusgabe, ...rest } = schema;
    if (bezeichnungAusgabe !== undefined && bezeichnungAusgabe !== schema.bezeichnung) {
      this.#losses.add(
        schema,
        say({
          de: `Die Ausgabebezeichnung des Schemas „${bezeichnungAusgabe}“ entfällt.`,
          en: `The label of the schema in print, “${bezeichnungAusgabe}”, is lost.`,
        }),
      );
    }
    this.#checkNotEmpty(schema);
    return {
      ...this.#angaben(rest),
      fassung: '3.0.0',
      ableitungsmodifikationenStruktur: schema.ableitungsmodifikationenStruktur ?? '0',
      ableitungsmodifikationenRepraesentation: schema.ableitungsmodifikationenRepraesentation ?? '0',
      // The id that FIM uses where there is no Dokumentsteckbrief.
      dokumentsteckbrief: { id: 'D99000000001' },
    };
  }

  group(group: Datenfeldgruppe): Datenfeldgruppe {
    this.#checkNotEmpty(group);
    return { ...this.#angaben(group), schemaelementart: group.schemaelementart ?? 'RNG' };
  }

  field(field: Datenfeld): Datenfeld {
    const { codelisteReferenz, ...rest } = field;
    return {
      ...this.#angaben(rest),
      schemaelementart: field.schemaelementart ?? 'RNG',
      praezisierung: this.#bounds(field),
      vorbefuellung: 'keine',
      ...(codelisteReferenz !== undefined && this.#codes(field, codelisteReferenz)),
    };
  }

  rule(rule: Regel): Regel {
    const { angaben2 = {}, text, ...rest } = rule;
    const { bezeichnungEingabe, bezeichnungAusgabe, ...others } = without(angaben2, 'freigabestatus');
    const labels = [bezeichnungEingabe, bezeichnungAusgabe].filter((label) => label !== undefined && label !== rule.name);
    if (labels.length > 0) this.#losses.add(rule, say({ de: 'Bezeichnungen der Regel entfallen.', en: 'Labels of the rule are lost.' }));
    if (Object.keys(others).length > 0)
      this.#losses.add(
        rule,
        say({
          de: 'Gültigkeit, Versionshinweis und Daten der Regel entfallen.',
          en: 'Validity, version note and dates of the rule are lost.',
        }),
      );
    if (angaben2.freigabestatus === 'inaktiv')
      this.#losses.add(rule, say({ de: 'Dass die Regel inaktiv ist, entfällt.', en: 'That the rule is inactive is lost.' }));
    return {
      ...rest,
      id: idIn('3.0.0', rule.id),
      ...versionIn('3.0.0', rule.version),
      ...(text !== undefined && { text: idsInText('3.0.0', text) }),
      bezug: this.norms(rule.bezug),
      letzteAenderung: this.#zeitpunkt,
      typ: 'K',
    };
  }

  norms(norms: readonly Rechtsbezug[]): readonly Rechtsbezug[] {
    return normsIn3(norms);
  }

  #codes(field: Datenfeld, reference: NonNullable<Datenfeld['codelisteReferenz']>): Partial<Datenfeld> {
    const werte = inlineWerte(field, this.#codelists);
    if (werte !== undefined) {
      this.#losses.add(
        field,
        say({
          de: `Die Codeliste „${referenceName(reference)}“ steht als Werte im Feld; ihr Name entfällt.`,
          en: `The code list “${referenceName(reference)}” stands in the field as values; its name is lost.`,
        }),
      );
      return { werte };
    }
    const { id, ...names } = without(reference, 'idVersion');
    const named = Object.keys(names).length > 0 ? names : { kennung: id ?? '' };
    if (id !== undefined)
      this.#losses.add(
        field,
        say({
          de: `Die Id ${id} der Codeliste „${referenceName(reference)}“ entfällt.`,
          en: `The id ${id} of the code list “${referenceName(reference)}” is lost.`,
        }),
      );
    return { codelisteReferenz: named };
  }

  /** The XSD of version 3 demands whole numbers as lengths. */
  #bounds(field: Datenfeld): Praezisierung {
    const { unverstanden, ...bounds } = field.praezisierung;
    if (unverstanden !== undefined)
      this.#losses.add(
        field,
        say({
          de: `Die Präzisierung „${unverstanden}“ ist nicht lesbar und entfällt.`,
          en: `The bounds (praezisierung) “${unverstanden}” are not readable and are lost.`,
        }),
      );
    const { minLength, maxLength, ...rest } = bounds;
    const keep = { ...(isLength(minLength) && { minLength }), ...(isLength(maxLength) && maxLength !== '0' && { maxLength }) };
    for (const name of ['minLength', 'maxLength'] as const) {
      if (bounds[name] !== undefined && !(name in keep))
        this.#losses.add(
          field,
          say({
            de: `Die Grenze ${name} „${bounds[name]}“ ist keine Länge und entfällt.`,
            en: `The bound ${name}, “${bounds[name]}”, is no length and is lost.`,
          }),
        );
    }
    return { ...keep, ...rest };
  }

  #angaben<T extends AllgemeineAngaben>(element: T): T {
    return {
      ...element,
      id: idIn('3.0.0', element.id),
      ...versionIn('3.0.0', element.version),
      freigabestatus: statusIn3(element.freigabestatus),
      bezug: this.norms(element.bezug),
      letzteAenderung: this.#zeitpunkt,
    };
  }

  #checkNotEmpty(element: Stammdatenschema | Datenfeldgruppe): void {
    if (element.struktur.length === 0)
      this.#losses.add(
        element,
        say({
          de: 'Das Element hat keinen Inhalt; XDatenfelder 3 verlangt ihn.',
          en: 'The element holds nothing; XDatenfelder 3 demands content.',
        }),
      );
  }
}

const isLength = (text: string | undefined): text is string => text !== undefined && /^\d+$/.test(text);
