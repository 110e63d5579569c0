import type { Condition } from '@serviceportal/form-engine';
import type { RuleCursor } from './rule-cursor.js';

/** Two-letter codes and names of the Länder (ISO 3166-2:DE without `DE-`). */
const laender: ReadonlyMap<string, string> = new Map([
  ['baden-württemberg', 'BW'],
  ['bayern', 'BY'],
  ['berlin', 'BE'],
  ['brandenburg', 'BB'],
  ['bremen', 'HB'],
  ['hamburg', 'HH'],
  ['hessen', 'HE'],
  ['mecklenburg-vorpommern', 'MV'],
  ['niedersachsen', 'NI'],
  ['nordrhein-westfalen', 'NW'],
  ['rheinland-pfalz', 'RP'],
  ['saarland', 'SL'],
  ['sachsen', 'SN'],
  ['sachsen-anhalt', 'ST'],
  ['schleswig-holstein', 'SH'],
  ['thüringen', 'TH'],
  // Also in use.
  ['nrw', 'NW'],
]);
/** The codes that rules use and `--land` takes. */
export const laenderCodes: ReadonlySet<string> = new Set(laender.values());
const nouns = 'land|länder|ländern|bundesland|bundesländer|bundesländern|landes|freistaat';

function takeLand(cursor: RuleCursor): string | undefined {
  const { kind, text } = cursor.next;
  const code = kind !== 'word' ? undefined : laenderCodes.has(text) ? text : laender.get(text.toLowerCase());
  if (code !== undefined) cursor.takeToken('word');
  return code;
}

function readLaender(cursor: RuleCursor): readonly string[] {
  const found = [takeLand(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Land (zwei Buchstaben)', en: 'Expected: a Land (two letters)' })];
  for (;;) {
    const more = cursor.attempt(() => {
      cursor.takeMark(',');
      cursor.take('und|oder|sowie|bzw|bzw.');
      cursor.take('das', 'land');
      return takeLand(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Land (zwei Buchstaben)', en: 'Expected: a Land (two letters)' });
    });
    if (more === undefined) return found;
    found.push(more);
  }
}

/** Which Länder: these, all but these, or those that the rule has not named (`others`). */
export type Laender = { readonly named: readonly string[]; readonly but: boolean; readonly only?: true } | 'others';

/** `für die Länder RP und ST`, `nur für das Land TH`, `in Thüringen`, `für alle Länder außer BY`, `für alle anderen Länder`. */
export function readLaenderPhrase(cursor: RuleCursor): Laender {
  const only = cursor.take('nur|ausschließlich');
  const found = readPhrase(cursor);
  return only && found !== 'others' && !found.but ? { ...found, only } : found;
}

function readPhrase(cursor: RuleCursor): Laender {
  if (cursor.take('in|im')) {
    cursor.take('den|dem|allen');
    if (cursor.take('anderen|übrigen', nouns)) return 'others';
    cursor.take(nouns);
    return readExcept(cursor) ?? { named: readLaender(cursor), but: false };
  }
  cursor.expect('für');
  const all = cursor.take('alle');
  cursor.take('die|das|den');
  if (cursor.take('anderen|übrigen|restlichen|sonstigen', nouns)) return 'others';
  const noun = cursor.take(nouns);
  if (all && !noun) return cursor.fail({ de: 'Erwartet werden Länder', en: 'Expected: Länder' });
  return readExcept(cursor) ?? { named: readLaender(cursor), but: false };
}

function readExcept(cursor: RuleCursor): Laender | undefined {
  return cursor.attempt(() => {
    cursor.expect('außer|ausgenommen|ohne');
    cursor.take('für');
    cursor.take('das|die|den|dem');
    cursor.take(nouns);
    return { named: readLaender(cursor), but: true };
  });
}

/** `Für die Länder NW, SL gilt:` holds for what follows, `Für RP muss …` for its own sentence. */
export interface LandHead {
  readonly laender: Laender;
  readonly lasting: boolean;
}

export function takeLaenderPhrase(cursor: RuleCursor): Laender | undefined {
  return cursor.attempt(() => readLaenderPhrase(cursor));
}

/** `Für die Länder NW, SL gilt:`, `Für alle anderen Länder gilt:`; without `gilt` the sentence goes on with its verb. */
export function takeLandHead(cursor: RuleCursor): LandHead | undefined {
  return cursor.attempt(() => {
    const early = cursor.take('diese|die', 'regel|regelung', 'gilt') || cursor.take('gilt');
    const laender = early ? readLaenderPhrase(cursor) : (takeBareLand(cursor) ?? readLaenderPhrase(cursor));
    if (early) {
      if (!cursor.takeMark(':.')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
      return { laender, lasting: true };
    }
    if (cursor.take('gilt|gelten')) {
      cursor.take('folgendes|dass');
      cursor.takeMark(':.,');
      return { laender, lasting: true };
    }
    if (cursor.takeMark(':')) return { laender, lasting: true };
    if (laender === 'others') return { laender, lasting: false };
    const lasting = cursor.startsWith(() => cursor.expect('wenn'));
    const ownSentence = cursor.startsWith(() => cursor.expect('muss|müssen|darf|dürfen|ist|sind|wird|werden|soll|sollen'));
    // `Nur in Bayern ist …` says something about the others too: the clause reads it.
    if (laender.only === true || (!lasting && !ownSentence)) cursor.fail({ de: 'Erwartet wird „gilt“', en: 'Expected: “gilt”' });
    return { laender, lasting };
  });
}

/** `NW:`, `NW, RP:` */
function takeBareLand(cursor: RuleCursor): Laender | undefined {
  return cursor.attempt(() => {
    const named = readLaender(cursor);
    if (cursor.next.text !== ':') cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
    return { named, but: false };
  });
}

/** Remembers the Länder of a rule, so that `die anderen` are known. */
export class LaenderOfRule {
  #named: readonly string[] = [];
  #complete = false;

  /** @returns undefined where `die anderen` come before any Land was named */
  conditionOf(found: Laender): Condition | undefined {
    if (found === 'others') {
      this.#complete = true;
      return this.#named.length === 0 ? undefined : { not: { land: this.#named } };
    }
    // After `alle anderen` the text begins anew: `Für SN gilt …, für alle anderen …. Für NW gilt …, für alle anderen …`.
    this.#named = [...new Set(this.#complete ? found.named : [...this.#named, ...found.named])];
    this.#complete = false;
    return found.but ? { not: { land: found.named } } : { land: found.named };
  }
}

/** `das Land NW ist`, `in den Ländern NW und SN`, as part of a condition. */
export function readLandCondition(cursor: RuleCursor): Condition {
  cursor.take('das');
  if (cursor.take('bundesland|land')) {
    const unlike = cursor.takePattern(/<>|!=|≠/) !== undefined || cursor.take('ungleich');
    if (!unlike) cursor.takePattern(/={1,3}/);
    const named = readLaender(cursor);
    cursor.take('ist|sind');
    return unlike ? { not: { land: named } } : { land: named };
  }
  const application = cursor.take('der', 'antrag') || cursor.take('die', 'antragstellung');
  const found = readLaenderPhrase(cursor);
  if (application) cursor.expect('gestellt|eingereicht');
  if (application) cursor.expect('wird|wurde');
  if (found === 'others')
    return cursor.fail({ de: 'Es fehlt, welche Länder die anderen sind', en: 'It is not said which Länder the others are' });
  return found.but ? { not: { land: found.named } } : { land: found.named };
}
