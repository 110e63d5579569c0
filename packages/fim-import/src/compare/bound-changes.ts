import { type Constraints, type FieldNode, fileFormats, fileSize, germanDate } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { excerpt } from './wording.js';

/** A bound that changed. `stricter`: an answer that was good may now be refused. */
export interface BoundChange {
  readonly name: keyof Constraints;
  readonly sentence: string;
  readonly before: Constraints[keyof Constraints];
  readonly after: Constraints[keyof Constraints];
  readonly stricter: boolean;
}

type NumberBound = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'maxSize';

const grouped = (value: number): Message => ({ de: value.toLocaleString('de-DE'), en: value.toLocaleString('en-GB') });

const numbers: Readonly<Record<NumberBound, { readonly upper: boolean; readonly text: (value: number) => Message }>> = {
  minLength: { upper: false, text: (n) => ({ de: `mindestens ${grouped(n).de} Zeichen`, en: `at least ${grouped(n).en} characters` }) },
  maxLength: { upper: true, text: (n) => ({ de: `höchstens ${grouped(n).de} Zeichen`, en: `at most ${grouped(n).en} characters` }) },
  minimum: { upper: false, text: (n) => ({ de: `mindestens ${grouped(n).de}`, en: `at least ${grouped(n).en}` }) },
  maximum: { upper: true, text: (n) => ({ de: `höchstens ${grouped(n).de}`, en: `at most ${grouped(n).en}` }) },
  maxSize: { upper: true, text: (n) => ({ de: `Dateien bis ${fileSize(n)}`, en: `files up to ${fileSize(n)}` }) },
};

/** Compares the bounds of a field. A missing bound allows everything. */
export function boundChanges(old: FieldNode, now: FieldNode): readonly BoundChange[] {
  const [before, after] = [old.constraints, now.constraints];
  return [
    ...(Object.keys(numbers) as NumberBound[]).flatMap((name) => numberChange(name, before[name], after[name])),
    ...(['earliest', 'latest'] as const).flatMap((name) => dateChange(name, before[name], after[name])),
    ...patternChange(before.pattern, after.pattern),
    ...mediaTypeChange(before.mediaTypes, after.mediaTypes),
  ];
}

/** `jetzt höchstens 20 Zeichen, bisher ohne Grenze`. */
const nowAndBefore = (now: Message | undefined, before: Message | undefined, none: Message): string =>
  say({ de: `jetzt ${(now ?? none).de}, bisher ${(before ?? none).de}`, en: `now ${(now ?? none).en}, before ${(before ?? none).en}` });

function numberChange(name: NumberBound, before: number | undefined, after: number | undefined): readonly BoundChange[] {
  if (before === after) return [];
  const { upper, text } = numbers[name];
  const none = upper ? Infinity : -Infinity;
  const stricter = upper ? (after ?? none) < (before ?? none) : (after ?? none) > (before ?? none);
  const [from, to] = [before, after].map((value) => (value === undefined ? undefined : text(value)));
  return [{ name, sentence: nowAndBefore(to, from, { de: 'ohne Grenze', en: 'without limit' }), before, after, stricter }];
}

function dateChange(name: 'earliest' | 'latest', before: string | undefined, after: string | undefined): readonly BoundChange[] {
  if (before === after) return [];
  const stricter = after !== undefined && (before === undefined || (name === 'earliest' ? after > before : after < before));
  const word: Message = name === 'earliest' ? { de: 'frühestens', en: 'at the earliest' } : { de: 'spätestens', en: 'at the latest' };
  const [from, to] = [before, after].map((value) =>
    value === undefined ? undefined : { de: `${word.de} am ${germanDate(value)}`, en: `${value} ${word.en}` },
  );
  return [{ name, sentence: nowAndBefore(to, from, { de: 'ohne Grenze', en: 'without limit' }), before, after, stricter }];
}

function patternChange(before: string | undefined, after: string | undefined): readonly BoundChange[] {
  if (before === after) return [];
  const [from, to] = [before, after].map((pattern) =>
    pattern === undefined ? undefined : { de: `Muster ${excerpt(pattern)}`, en: `pattern ${excerpt(pattern)}` },
  );
  const sentence = nowAndBefore(to, from, { de: 'ohne Muster', en: 'without pattern' });
  return [{ name: 'pattern', sentence, before, after, stricter: after !== undefined }];
}

function mediaTypeChange(before: readonly string[] | undefined, after: readonly string[] | undefined): readonly BoundChange[] {
  const shown = (types: readonly string[] | undefined): string =>
    types === undefined ? say({ de: 'alle', en: 'all' }) : fileFormats(types.toSorted());
  if (before?.toSorted().join() === after?.toSorted().join()) return [];
  const sentence = say({
    de: `erlaubte Dateiformate sind jetzt ${shown(after)}, bisher ${shown(before)}`,
    en: `permitted file formats are now ${shown(after)}, before ${shown(before)}`,
  });
  const stricter = after !== undefined && (before === undefined || before.some((type) => !after.includes(type)));
  return [{ name: 'mediaTypes', sentence, before, after, stricter }];
}
