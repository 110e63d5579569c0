import type { Language, ServicePackage } from '../service-package/service-package.js';
import type { FormDefinition } from './form-definition.js';
import type { Page } from './page.js';
import type { Position } from './form.js';

/** The words of a form in one language. A missing text falls back to German. */
export interface Wording {
  readonly language: Language;
  label(position: Position): string;
  help(position: Position): string | undefined;
  /** The text of a note. */
  note(position: Position): string;
  page(page: Page): string;
  /** The label of a code in a list; the code itself if the list does not know it. */
  code(list: string, code: string): string;
  /** What explains a code; undefined if nothing does. */
  codeHelp(list: string, code: string): string | undefined;
  /** What a person reads when the rule is broken, if the package words it: `rule.<id>`. */
  rule(id: string): string | undefined;
  /** True where the text of that key had to fall back to German: mark it with `lang="de"`. */
  fellBack(position: Position, what?: 'label' | 'help' | 'text'): boolean;
  /** The same of a page's heading. */
  pageFellBack(page: Page): boolean;
}

type Texts = ServicePackage['texts'];

/** Looks texts up in the order: the position's path, its id, FIM's own wording. Made once for a package and language. */
export function createWording(definition: FormDefinition, texts: Texts, language: Language): Wording {
  const own = texts[language] ?? {};
  const german = texts.de ?? {};
  const has = (key: string): string | undefined => (Object.hasOwn(own, key) ? own[key] : undefined);
  const find = (key: string): string | undefined => has(key) ?? (Object.hasOwn(german, key) ? german[key] : undefined);
  const at = (position: Position, what: string): string | undefined =>
    has(`${position.path}.${what}`) ??
    has(`${position.node.id}.${what}`) ??
    find(`${position.path}.${what}`) ??
    find(`${position.node.id}.${what}`);
  /** Elements are asked for their texts with every page; what is found stays the same. */
  const once = <Text>(look: (position: Position) => Text): ((position: Position) => Text) => {
    const known = new Map<Position, Text>();
    return (position) => {
      if (!known.has(position)) known.set(position, look(position));
      return known.get(position) as Text;
    };
  };
  const codes = new Map(
    Object.entries(definition.codeLists).map(([key, list]) => [key, new Map(list.codes.map(({ code, label }) => [code, label]))]),
  );
  const fellBack = (position: Position, what = 'label'): boolean =>
    language !== 'de' && has(`${position.path}.${what}`) === undefined && has(`${position.node.id}.${what}`) === undefined;
  const helpOfCodes = new Map(
    Object.entries(definition.codeLists).map(([key, list]) => [key, new Map(list.codes.map(({ code, help }) => [code, help]))]),
  );
  return {
    language,
    label: once((position) => at(position, 'label') ?? position.node.label),
    help: once((position) => at(position, 'help') ?? position.node.help),
    note: (position) => at(position, 'text') ?? (position.node.kind === 'note' ? position.node.text : ''),
    page: (page) => {
      const named = find(`page.${page.slug}`);
      if (named !== undefined) return named;
      const question = page.kind === 'questions' ? page.question : null;
      if (question) return at(question, 'label') ?? question.node.label;
      return page.group && page.title === page.group.node.label ? (at(page.group, 'label') ?? page.title) : page.title;
    },
    code: (list, code) => find(`codes.${list}.${code}`) ?? codes.get(list)?.get(code) ?? code,
    codeHelp: (list, code) => find(`codeHelp.${list}.${code}`) ?? helpOfCodes.get(list)?.get(code),
    rule: (id) => find(`rule.${id}`),
    fellBack,
    pageFellBack: (page) => {
      if (language === 'de' || has(`page.${page.slug}`) !== undefined) return false;
      const position = (page.kind === 'questions' ? page.question : null) ?? page.group;
      return position === null || fellBack(position);
    },
  };
}
