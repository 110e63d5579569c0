import { foldText } from './fold-text.js';
import type { Code } from './form-definition.js';
import type { Wording } from './wording.js';

const known = new WeakMap<Wording, Map<string, ReadonlyMap<string, string>>>();

/** The labels of a list in one language, ready to be compared; made once. */
function foldedLabels(list: string, codes: readonly Code[], wording: Wording): ReadonlyMap<string, string> {
  let lists = known.get(wording);
  if (!lists) known.set(wording, (lists = new Map()));
  let labels = lists.get(list);
  if (!labels) lists.set(list, (labels = new Map(codes.map(({ code }) => [code, foldText(wording.code(list, code))]))));
  return labels;
}

/** 0: the label itself; then it begins so, a word in it begins so, it stands somewhere. Null: not all words occur. */
function rankOf(label: string, query: string, words: readonly string[]): number | null {
  if (!words.every((word) => label.includes(word))) return null;
  if (label === query) return 0;
  if (label.startsWith(query)) return 1;
  return words.every((word) => ` ${label}`.includes(` ${word}`)) ? 2 : 3;
}

/** The codes of a list whose labels have all words of a query, the best first. `all`: the whole list, `codes`: what may be chosen of it. */
export function searchCodes(list: string, all: readonly Code[], codes: readonly Code[], query: string, wording: Wording): Code[] {
  const folded = foldText(query);
  if (folded === '') return [];
  const words = folded.split(' ');
  const labels = foldedLabels(list, all, wording);
  const found = codes.flatMap((code) => {
    const rank = rankOf(labels.get(code.code) ?? '', folded, words);
    return rank === null ? [] : [{ code, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ code }) => code);
}

/** The code whose label was typed in full; null where none or more than one has it. */
export function codeNamed(list: string, all: readonly Code[], text: string, wording: Wording): string | null {
  const folded = foldText(text);
  const exact = all.filter(({ code }) => wording.code(list, code).trim() === text);
  const alike =
    exact.length > 0
      ? exact
      : searchCodes(list, all, all, text, wording).filter(({ code }) => foldedLabels(list, all, wording).get(code) === folded);
  return alike.length === 1 ? (alike[0]?.code ?? null) : null;
}
