import type { Code } from '../../form/form-definition.js';
import type { FieldNode } from '../../form/form-node.js';
import { searchCodes } from '../../form/search-codes.js';
import { uiText } from '../texts/ui-text.js';
import type { SearchView } from '../views.js';
import type { ItemContext } from './item-context.js';
import { radioOptions } from './options.js';

/** So many matches are shown; who has more searches for more words. */
const mostMatches = 20;

interface Searched {
  readonly id: string;
  readonly name: string;
  readonly optional: boolean;
}

/** A long list: what is chosen, and what matches the words searched for. `codes`: what may be chosen just now. */
export function searchParts(
  node: FieldNode,
  codes: readonly Code[],
  value: string,
  { id, name, optional }: Searched,
  { form, wording, searches, searched }: ItemContext,
): Pick<SearchView, 'template' | 'searchId' | 'searchName' | 'query' | 'options' | 'none' | 'found' | 'focus'> {
  const list = node.codeList ?? '';
  const chosen = codes.filter(({ code }) => code === value);
  const query = (searches[name] ?? '').trim();
  const matches = searchCodes(list, form.definition.codeLists[list]?.codes ?? [], codes, query, wording);
  const shown = [...chosen, ...matches.filter(({ code }) => code !== value).slice(0, mostMatches)];
  return {
    template: 'field-search',
    searchId: id,
    searchName: `${name}.search`,
    query,
    options: radioOptions(`${id}-o`, shown, value, node, wording),
    none: optional && chosen.length > 0 ? { id: `${id}-none` } : null,
    found: query === '' ? null : foundText(matches.length, query, wording.language),
    focus: searched === name,
  };
}

function foundText(matches: number, query: string, language: ItemContext['wording']['language']): string {
  if (matches === 0) return uiText(language, 'search.none', { query });
  if (matches > mostMatches) return uiText(language, 'search.tooMany', { count: mostMatches });
  return matches === 1 ? uiText(language, 'search.one') : uiText(language, 'search.some', { count: matches });
}
