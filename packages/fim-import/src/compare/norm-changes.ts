import type { Handlungsgrundlage } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { excerpt, joined } from './wording.js';

/** How Handlungsgrundlagen differ, as a sentence; undefined where they are the same. */
export function normChanges(old: readonly Handlungsgrundlage[], now: readonly Handlungsgrundlage[]): string | undefined {
  const [before, after] = [old.map(withLink), now.map(withLink)];
  const texts = [before, after].map((norms) => norms.map(({ text }) => text)) as [string[], string[]];
  // Version 2 holds several norms in one text; where it is split is no change.
  const parts = bare(texts[0]) === bare(texts[1]) ? [] : between(...texts);
  const moved = after.flatMap(({ text, link }) => {
    const was = before.find((norm) => norm.text === text)?.link;
    if (link === undefined || was === undefined || link === was) return [];
    return [
      say({ de: `die Adresse von ${excerpt(text, 80)} ist jetzt ${link}`, en: `the address of ${excerpt(text, 80)} is now ${link}` }),
    ];
  });
  return parts.length + moved.length === 0 ? undefined : `${[...parts, ...moved].join('; ')}.`;
}

function between(before: readonly string[], after: readonly string[]): readonly string[] {
  const fresh = after.filter((text) => !before.includes(text)).map((text) => excerpt(text, 80));
  const gone = before.filter((text) => !after.includes(text)).map((text) => excerpt(text, 80));
  const parts = [
    ...(fresh.length > 0 ? [say({ de: `neu ${joined(fresh)}`, en: `added ${joined(fresh)}` })] : []),
    ...(gone.length > 0 ? [say({ de: `entfallen ${joined(gone)}`, en: `removed ${joined(gone)}` })] : []),
  ];
  return parts.length === 0 ? [] : [`${say({ de: 'Handlungsgrundlage', en: 'legal basis' })} ${parts.join(', ')}`];
}

/** Version 2 has the address in brackets after the text. */
function withLink({ text, link }: Handlungsgrundlage): Handlungsgrundlage {
  const [, norm, address] = /^(.*\S) ?\((https?:\/\/\S+)\)$/.exec(text.trim()) ?? [];
  if (norm === undefined || address === undefined) return { text: text.trim(), ...(link !== undefined && { link }) };
  return { text: norm, link: address };
}

const bare = (texts: readonly string[]): string => texts.join('').replace(/[;,\s]+/g, '');
