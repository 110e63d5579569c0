import { type Form, type Position, type Rule, type Statement, resolveIdentifier } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { type Resolve, printExample, readingDifferences } from '../rules/reading-differences.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import { beyondTranslation } from '../rules/beyond-translation.js';
import { legalBasis } from './legal-basis.js';

/** The text of one rule, as it was read. */
export interface TextReading {
  readonly regel: Regel;
  readonly owner: string;
  readonly statements: readonly Statement[];
  /** All of it was understood. */
  readonly whole: boolean;
}

/** The rules of one element for which FIM has a translation. */
export interface TranslatedReading {
  readonly rules: readonly Rule[];
  readonly notes: readonly string[];
}

/**
 * Puts the translation of an element in place of its texts. What FIM's vocabulary cannot say stays from the text; where both
 * decide differently, a note says so (docs/adr/0019).
 * @param owner path of the element; empty for the schema
 * @param form the positions, to compare what the two readings decide
 */
export function translatedReading(
  element: Identifikation,
  owner: string,
  translated: readonly Statement[],
  texts: readonly TextReading[],
  form: Form,
): TranslatedReading {
  const kept = texts.map((text) => ({ ...text, statements: text.statements.filter(beyondTranslation) }));
  const byRegel = new Map<Regel | undefined, Statement[]>();
  for (const statement of translated) {
    const regel = sourceOf(statement, texts);
    byRegel.set(regel, [...(byRegel.get(regel) ?? []), statement]);
  }
  const rules = [
    ...[...byRegel].map(([regel, statements]) => ({ ...(regel ? headOf(regel) : headOfElement(element, texts)), owner, statements })),
    ...kept
      .filter(({ statements }) => statements.length > 0)
      .map((text) => ({ ...headOf(text.regel), owner: text.owner, statements: text.statements })),
  ];
  return { rules, notes: differencesIn(element, owner, translated, texts, form) };
}

/** The rule of which a statement is a part: the only one whose text names its target, or for `valid` all that it reads. */
function sourceOf({ target, condition }: Statement, texts: readonly TextReading[]): Regel | undefined {
  const ids =
    target === undefined
      ? [...JSON.stringify(condition).matchAll(/self[\w.]*\.(\w+)/g)].map(([, id]) => id ?? '')
      : [target.split('.').at(-1) ?? ''];
  const naming = texts.filter(({ regel }) => ids.every((id) => regel.text?.includes(id)));
  return naming.length === 1 ? naming[0]?.regel : texts.length === 1 ? texts[0]?.regel : undefined;
}

export const headOf = (regel: Regel): Omit<Rule, 'owner' | 'statements'> => ({
  id: regel.id,
  ...(regel.version !== undefined && { version: regel.version }),
  name: regel.name,
  ...(regel.text !== undefined && { text: regel.text.trim() }),
  legalBasis: legalBasis(regel.bezug),
});

/** For statements that belong to no single text. */
const headOfElement = ({ id, version }: Identifikation, texts: readonly TextReading[]): Omit<Rule, 'owner' | 'statements'> => ({
  id,
  ...(version !== undefined && { version }),
  name: say({ de: 'Von FIM übersetzte Regeln', en: 'Rules translated by FIM' }),
  legalBasis: legalBasis(...texts.map(({ regel }) => regel.bezug)),
});

function differencesIn(
  element: Identifikation,
  owner: string,
  translated: readonly Statement[],
  texts: readonly TextReading[],
  form: Form,
): readonly string[] {
  const resolveFrom = (path: string): Resolve => {
    const position = path === '' ? null : (form.byPath.get(path) ?? null);
    return (identifier) => {
      const found = resolveIdentifier(identifier, position, form.roots);
      if (found === null) throw new Error(`${identifier} was fitted, but is not in the form.`);
      return found;
    };
  };
  const head = say({
    de: `Für ${element.id} gelten die von FIM übersetzten Regeln`,
    en: `For ${element.id} the rules translated by FIM hold`,
  });
  const unread = texts.filter(({ whole }) => !whole).map(({ regel }) => regel.id);
  const asText = texts.flatMap(({ statements, owner: from }) =>
    statements.filter((statement) => !beyondTranslation(statement)).map((statement) => ({ statement, resolve: resolveFrom(from) })),
  );
  const asTranslated = translated.map((statement) => ({ statement, resolve: resolveFrom(owner) }));
  if (unread.length > 0) {
    const which = unread.join(', ');
    return [
      `${head}. ${say({ de: `Mit dem Text verglichen wurden sie nicht: ${which} ist nicht ganz verstanden`, en: `They were not compared with the text: ${which} is not understood completely` })}`,
    ];
  }
  return readingDifferences(asText, asTranslated).map(({ about, example }) => {
    const where = example === undefined ? '' : exampleText(printExample(example));
    return `${head}. ${say({ de: 'Der Text sagt anderes', en: 'The text says something else' })}: ${nameOf(about)}${where}`;
  });
}

const exampleText = (example: string): string =>
  example === ''
    ? say({ de: ', wenn nichts beantwortet ist', en: ', when nothing is answered' })
    : say({ de: `, z. B. wenn nur ${example} beantwortet ist`, en: `, e.g. when only ${example} is answered` });

const nameOf = (about: Position | null): string =>
  about === null
    ? say({ de: 'welche Antworten zusammenpassen', en: 'which answers fit together' })
    : say({ de: `${about.node.id} „${about.node.label}“`, en: `${about.node.id} “${about.node.label}”` });
