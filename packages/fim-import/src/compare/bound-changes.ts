import type { Constraints, FieldNode } from '@serviceportal/form-engine';

/** A bound that changed. `stricter`: an answer that was good may now be refused. */
export interface BoundChange {
  readonly name: keyof Constraints;
  readonly sentence: string;
  readonly before: Constraints[keyof Constraints];
  readonly after: Constraints[keyof Constraints];
  readonly stricter: boolean;
}

type NumberBound = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'maxSize';

const numbers: Readonly<Record<NumberBound, { readonly upper: boolean; readonly say: (value: string) => string }>> = {
  minLength: { upper: false, say: (value) => `mindestens ${value} Zeichen` },
  maxLength: { upper: true, say: (value) => `höchstens ${value} Zeichen` },
  minimum: { upper: false, say: (value) => `mindestens ${value}` },
  maximum: { upper: true, say: (value) => `höchstens ${value}` },
  maxSize: { upper: true, say: (value) => `Dateien bis ${value} Bytes` },
};

/** Compares the bounds of a field. A missing bound allows everything. */
export function boundChanges(old: FieldNode, now: FieldNode): readonly BoundChange[] {
  const [before, after] = [old.constraints, now.constraints];
  const found: BoundChange[] = [];
  for (const name of Object.keys(numbers) as NumberBound[]) {
    const { upper, say } = numbers[name];
    const [from, to] = [before[name], after[name]];
    if (from === to) continue;
    const none = upper ? Infinity : -Infinity;
    const stricter = upper ? (to ?? none) < (from ?? none) : (to ?? none) > (from ?? none);
    const text = (value: number | undefined): string => (value === undefined ? 'ohne Grenze' : say(value.toLocaleString('de-DE')));
    found.push({ name, sentence: `jetzt ${text(to)}, bisher ${text(from)}`, before: from, after: to, stricter });
  }
  for (const name of ['earliest', 'latest'] as const) {
    const [from, to] = [before[name], after[name]];
    if (from === to) continue;
    const stricter = to !== undefined && (from === undefined || (name === 'earliest' ? to > from : to < from));
    const word = name === 'earliest' ? 'frühestens' : 'spätestens';
    found.push({ name, sentence: `${word} ${to ?? 'unbegrenzt'}, bisher ${from ?? 'unbegrenzt'}`, before: from, after: to, stricter });
  }
  if (before.pattern !== after.pattern) {
    const shown = (pattern: string | undefined): string => (pattern === undefined ? 'keines' : `„${pattern}“`);
    const sentence = `das Muster ist jetzt ${shown(after.pattern)}, bisher ${shown(before.pattern)}`;
    found.push({ name: 'pattern', sentence, before: before.pattern, after: after.pattern, stricter: after.pattern !== undefined });
  }
  return [...found, ...mediaTypeChange(before.mediaTypes, after.mediaTypes)];
}

function mediaTypeChange(before: readonly string[] | undefined, after: readonly string[] | undefined): readonly BoundChange[] {
  const shown = (types: readonly string[] | undefined): string => (types === undefined ? 'alle' : types.toSorted().join(', '));
  if (shown(before) === shown(after)) return [];
  const sentence = `erlaubte Dateiformate sind jetzt ${shown(after)}, bisher ${shown(before)}`;
  const stricter = after !== undefined && (before === undefined || before.some((type) => !after.includes(type)));
  return [{ name: 'mediaTypes', sentence, before, after, stricter }];
}
