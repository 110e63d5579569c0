import { type FormDefinition, type FormNode, type Language, type Position, compileForm } from '@serviceportal/form-engine';
import type { OpenItems } from '../compile/open-items.js';
import { say } from '../language.js';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import type { SourcePlace } from '../xml/fim-input-error.js';
import type { UebersetzteSprache, Uebersetzung, UebersetztesElement } from '../xdatenfelder/uebersetzung.js';

/** Texts by language and key, as a package holds them. */
export type TranslatedTexts = Partial<Record<Language, Record<string, string>>>;

/** Ids that are named in one remark. */
const mostNamed = 10;

const writtenAs = ({ id, version }: Identifikation): string => (version === undefined ? id : `${id}V${version}`);

/** The language of the portal for a translation; null: the portal does not speak it. */
export function languageOf({ lang, variant }: Pick<UebersetzteSprache, 'lang' | 'variant'>): Language | null {
  if (lang === 'de') return variant === 'simple' ? 'de-simple' : null;
  return lang === 'en' && variant === undefined ? 'en' : null;
}

/**
 * What FIM's translations say of a form, with remarks on all that does not fit. An element is translated by the translation of its very
 * version, or by one that names none. Of several translations into a language the highest version wins.
 */
export function translatedTexts(
  uebersetzungen: readonly Uebersetzung[],
  form: FormDefinition,
  openItemsOf: (file: string) => OpenItems,
): TranslatedTexts {
  if (uebersetzungen.length === 0) return {};
  const { positions } = compileForm({ ...form, rules: [] });
  const byId = new Map<string, Position[]>();
  for (const position of positions) byId.set(position.node.id, [...(byId.get(position.node.id) ?? []), position]);
  const texts: TranslatedTexts = {};
  for (const uebersetzung of uebersetzungen) {
    const openItems = openItemsOf(uebersetzung.file);
    const remark = (message: string, place: SourcePlace): void =>
      openItems.add({ kind: 'translation', severity: 'note', message }, place, '');
    const { id } = uebersetzung.uebersetzt;
    const first = uebersetzung.sprachen[0]?.place ?? { line: 1, column: 1 };
    if (id !== form.schema.id) {
      remark(ofAnotherSchema(id, form.schema.id), first);
      continue;
    }
    const inOrder = uebersetzung.sprachen.toSorted((one, other) => one.version - other.version);
    for (const sprache of inOrder) {
      const language = languageOf(sprache);
      if (language === null) remark(unspoken(sprache), sprache.place);
      else texts[language] = { ...texts[language], ...textsOf(sprache, form, byId, remark) };
    }
  }
  return texts;
}

function textsOf(
  { elemente, place }: UebersetzteSprache,
  form: FormDefinition,
  byId: ReadonlyMap<string, readonly Position[]>,
  remark: (message: string, place: SourcePlace) => void,
): Record<string, string> {
  const texts: Record<string, string> = {};
  const unknown: string[] = [];
  const otherVersion: string[] = [];
  const codes: string[] = [];
  const rules: string[] = [];
  for (const element of elemente) {
    const { id, version } = element.uebersetzt;
    takeRules(element, form, texts, rules);
    if (id === form.schema.id) {
      if (version !== undefined && version !== form.schema.version) otherVersion.push(writtenAs(element.uebersetzt));
      else if (element.bezeichnungEingabe !== undefined) texts['service.title'] = element.bezeichnungEingabe;
      continue;
    }
    const all = byId.get(id) ?? [];
    const fitting = all.filter(({ node }) => version === undefined || node.version === version);
    if (all.length === 0) unknown.push(writtenAs(element.uebersetzt));
    else if (fitting.length === 0) otherVersion.push(writtenAs(element.uebersetzt));
    // The id stands for every place; where there are several versions, each place is named.
    const keys = fitting.length === all.length ? [id] : fitting.map(({ path }) => path);
    for (const key of fitting.length === 0 ? [] : keys) takeElement(key, element, texts);
    for (const { node } of fitting.slice(0, 1)) takeCodes(node, element, form, texts, codes);
  }
  for (const [message, ids] of [
    [strangers, unknown],
    [otherVersions, otherVersion],
    [strangeCodes, codes],
    [strangeRules, rules],
  ] as const)
    if (ids.length > 0) remark(message([...new Set(ids)]), place);
  return texts;
}

function takeElement(key: string, element: UebersetztesElement, texts: Record<string, string>): void {
  const { bezeichnungEingabe, hilfetextEingabe, inhalt } = element;
  if (bezeichnungEingabe !== undefined) texts[`${key}.label`] = bezeichnungEingabe;
  if (hilfetextEingabe !== undefined) texts[`${key}.help`] = hilfetextEingabe;
  if (inhalt !== undefined) texts[`${key}.text`] = inhalt;
}

function takeCodes(
  node: FormNode,
  { werte }: UebersetztesElement,
  form: FormDefinition,
  texts: Record<string, string>,
  strange: string[],
): void {
  if (werte.length === 0) return;
  const list = node.kind === 'field' ? node.codeList : undefined;
  const known = new Set(list === undefined ? [] : form.codeLists[list]?.codes.map(({ code }) => code));
  for (const { code, name, hilfe } of werte) {
    if (list === undefined || !known.has(code)) strange.push(`${node.id}: ${code}`);
    else {
      texts[`codes.${list}.${code}`] = name;
      if (hilfe !== undefined) texts[`codeHelp.${list}.${code}`] = hilfe;
    }
  }
}

function takeRules({ regeln }: UebersetztesElement, form: FormDefinition, texts: Record<string, string>, strange: string[]): void {
  for (const { uebersetzt, fehler } of regeln) {
    const rule = form.rules.find(({ id, version }) => id === uebersetzt.id && (uebersetzt.version ?? version) === version);
    // A rule has one message here: what is wrong with any of its errors is said together.
    if (!rule) strange.push(writtenAs(uebersetzt));
    else if (fehler.length > 0) texts[`rule.${uebersetzt.id}`] = fehler.map(({ text }) => text).join(' ');
  }
}

function named(ids: readonly string[]): { readonly de: string; readonly en: string } {
  const shown = ids.slice(0, mostNamed).join(', ');
  const left = ids.length - mostNamed;
  return left > 0 ? { de: `${shown} und ${left} weitere`, en: `${shown} and ${left} more` } : { de: shown, en: shown };
}

const ofAnotherSchema = (id: string, own: string): string =>
  say({
    de: `Die Übersetzung gehört zu ${id}, nicht zu ${own}. Sie wird nicht verwendet.`,
    en: `The translation belongs to ${id}, not to ${own}. It is not used.`,
  });

const unspoken = ({ lang, region, variant }: UebersetzteSprache): string => {
  const tag = [lang, region, variant].filter(Boolean).join('-');
  return say({
    de: `Die Sprache ${tag} gibt es im Portal nicht (es gibt en und de-simple). Ihre Texte werden nicht verwendet.`,
    en: `The portal does not have the language ${tag} (it has en and de-simple). Its texts are not used.`,
  });
};

const strangers = (ids: readonly string[]): string =>
  say({
    de: `Übersetzungen für Elemente, die das Schema nicht hat: ${named(ids).de}.`,
    en: `Translations of elements that the schema does not have: ${named(ids).en}.`,
  });

const otherVersions = (ids: readonly string[]): string =>
  say({
    de: `Übersetzungen für andere Fassungen von Elementen des Schemas, nicht verwendet: ${named(ids).de}.`,
    en: `Translations of other versions of elements of the schema, not used: ${named(ids).en}.`,
  });

const strangeCodes = (ids: readonly string[]): string =>
  say({
    de: `Übersetzungen für Codes, die es in der Liste des Feldes nicht gibt: ${named(ids).de}.`,
    en: `Translations of codes that the list of the field does not have: ${named(ids).en}.`,
  });

const strangeRules = (ids: readonly string[]): string =>
  say({
    de: `Übersetzungen von Meldungen für Regeln, die es so nicht gibt oder die nicht gelten: ${named(ids).de}.`,
    en: `Translations of messages of rules that are not there, or not in force: ${named(ids).en}.`,
  });
