import type { Position } from '../form/form.js';
import { positionsOf } from '../form/positions.js';
import { type Language, languages, type ServicePackage } from './service-package.js';

/** How much of a service is said in a language. German is the language of the package itself. */
export interface TextCoverage {
  readonly language: Exclude<Language, 'de'>;
  /** Texts of the service and of its form. */
  readonly texts: Share;
  /** Labels of codes; long lists may be names that nobody translates. */
  readonly codes: Share;
}

export interface Share {
  readonly total: number;
  readonly there: number;
  /** Keys of what is missing, as in `ServicePackage.texts`. */
  readonly missing: readonly string[];
}

/** What each language would have to say of everything that a citizen reads, and says. */
export function textCoverage(pkg: ServicePackage): TextCoverage[] {
  const wanted = wantedTexts(pkg);
  return languages
    .filter((language) => language !== 'de')
    .map((language) => {
      const own = pkg.texts[language] ?? {};
      const says = (key: string): boolean => Object.hasOwn(own, key);
      return { language, texts: shareOf(wanted.texts, says), codes: shareOf(wanted.codes, says) };
    });
}

/** A text is there if one of its keys is: by path, or by id. */
type Wanted = readonly string[];

function shareOf(wanted: readonly Wanted[], says: (key: string) => boolean): Share {
  const missing = wanted.filter((keys) => !keys.some(says)).flatMap(([first]) => first ?? []);
  return { total: wanted.length, there: wanted.length - missing.length, missing };
}

function wantedTexts(pkg: ServicePackage): { texts: Wanted[]; codes: Wanted[] } {
  const { form, fees, workflow } = pkg;
  const { positions } = positionsOf(form.children);
  const shown = positions.filter(({ node }) => node.kind !== 'field' || node.hidden !== true);
  const lists = [...new Set(shown.flatMap(({ node }) => (node.kind === 'field' ? (node.codeList ?? []) : [])))];
  const codes = lists.flatMap((list) => (form.codeLists[list]?.codes ?? []).map((code) => ({ list, ...code })));
  const once = (keys: readonly string[]): Wanted[] => [...new Set(keys)].map((key) => [key]);
  return {
    texts: [
      ...once(serviceKeys(pkg)),
      ...once((form.pages ?? []).map(({ slug }) => `page.${slug}`)),
      ...shown.flatMap(elementKeys),
      ...once(form.rules.flatMap((rule) => (rule.statements.some(({ effect }) => effect === 'valid') ? `rule.${rule.id}` : []))),
      ...once(fees.flatMap(({ key, rows }) => [`fee.${key}`, ...rows.map((_, index) => `fee.${key}.${index}`)])),
      ...once(workflow.decisions.map(({ key }) => `decision.${key}`)),
      ...once(workflow.coSign ? ['coSign.who', 'coSign.declaration'] : []),
      ...once(
        (workflow.declarations ?? []).flatMap(({ key, withdrawal }) => [
          `declaration.${key}`,
          ...(withdrawal === undefined ? [] : [`declaration.${key}.withdrawal`]),
        ]),
      ),
      ...codes.flatMap(({ list, code, help }) => (help === undefined ? [] : [[`codeHelp.${list}.${code}`]])),
    ],
    codes: codes.map(({ list, code }) => [`codes.${list}.${code}`]),
  };
}

/** Keys and norms are the same in every language. */
const untranslated = new Set(['leika', 'legalBasis']);

function serviceKeys({ service }: ServicePackage): string[] {
  const { privacy } = service;
  const listed = (name: string, list: readonly string[] = []): string[] => list.map((_, index) => `service.${name}.${index}`);
  return [
    ...Object.entries(service).flatMap(([name, value]) => {
      if (typeof value === 'string') return value === '' ? [] : [`service.${name}`];
      return Array.isArray(value) && !untranslated.has(name) ? listed(name, value as readonly string[]) : [];
    }),
    ...listed('privacy.purposes', privacy?.purposes),
    ...(privacy?.retention === undefined ? [] : ['service.privacy.retention']),
  ];
}

function elementKeys({ path, node }: Position): Wanted[] {
  const parts = ['label', ...(node.help ? ['help'] : []), ...(node.kind === 'note' && node.text !== '' ? ['text'] : [])];
  return parts.map((part) => [`${path}.${part}`, `${node.id}.${part}`]);
}
