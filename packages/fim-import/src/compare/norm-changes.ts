import { excerpt, joined } from './wording.js';

/** How Handlungsgrundlagen differ, as a German sentence; undefined where they are the same. */
export function normChanges(old: readonly { readonly text: string }[], now: readonly { readonly text: string }[]): string | undefined {
  const [before, after] = [old.map(({ text }) => text), now.map(({ text }) => text)];
  // Version 2 holds several norms in one text; where it is split is no change.
  if (bare(before) === bare(after)) return undefined;
  const fresh = after.filter((text) => !before.includes(text)).map((text) => excerpt(text, 80));
  const gone = before.filter((text) => !after.includes(text)).map((text) => excerpt(text, 80));
  const parts = [
    ...(fresh.length > 0 ? [`neue Handlungsgrundlage ${joined(fresh)}`] : []),
    ...(gone.length > 0 ? [`entfallen ist ${joined(gone)}`] : []),
  ];
  return parts.length === 0 ? undefined : `${parts.join('; ')}.`;
}

const bare = (texts: readonly string[]): string => texts.join('').replace(/[;,\s]+/g, '');
