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
  /** What a person reads when the rule is broken, if the package words it: `rule.<id>`. */
  rule(id: string): string | undefined;
  /** True where the text of that key had to fall back to German: mark it with `lang="de"`. */
  fellBack(position: Position): boolean;
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
  const codes = new Map(
    Object.entries(definition.codeLists).map(([key, list]) => [key, new Map(list.codes.map(({ code, label }) => [code, label]))]),
  );
  return {
    language,
    label: (position) => at(position, 'label') ?? position.node.label,
    help: (position) => at(position, 'help') ?? position.node.help,
    note: (position) => at(position, 'text') ?? (position.node.kind === 'note' ? position.node.text : ''),
    page: (page) => {
      const named = find(`page.${page.slug}`);
      if (named !== undefined) return named;
      const question = page.kind === 'questions' ? page.question : null;
      if (question) return at(question, 'label') ?? question.node.label;
      return page.group && page.title === page.group.node.label ? (at(page.group, 'label') ?? page.title) : page.title;
    },
    code: (list, code) => find(`codes.${list}.${code}`) ?? codes.get(list)?.get(code) ?? code,
    rule: (id) => find(`rule.${id}`),
    fellBack: (position) =>
      language !== 'de' && has(`${position.path}.label`) === undefined && has(`${position.node.id}.label`) === undefined,
  };
}
