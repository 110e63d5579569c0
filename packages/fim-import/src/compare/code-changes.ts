import type { Code, FieldNode, FormDefinition } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { listed, quoted } from './wording.js';

/** How the codes of a selection differ. */
export interface CodeChanges {
  readonly added: readonly Code[];
  readonly removed: readonly Code[];
  readonly relabelled: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  /** With another help text. */
  readonly explained: readonly Code[];
  /** Those that stayed come in another order. */
  readonly reordered: boolean;
}

/** Undefined where the codes, their texts and order are the same, or one of the two is no selection. */
export function codeChanges(old: FieldNode, oldForm: FormDefinition, now: FieldNode, newForm: FormDefinition): CodeChanges | undefined {
  const [before, after] = [codesIn(old, oldForm), codesIn(now, newForm)];
  if (before === undefined || after === undefined) return undefined;
  const [was, is] = [byCode(before), byCode(after)];
  const kept = after.filter(({ code }) => was.has(code));
  const changes: CodeChanges = {
    added: after.filter(({ code }) => !was.has(code)),
    removed: before.filter(({ code }) => !is.has(code)),
    relabelled: before.flatMap(({ code, label }) => {
      const next = is.get(code)?.label;
      return next === undefined || next === label ? [] : [{ code, before: label, after: next }];
    }),
    explained: kept.filter(({ code, help }) => (was.get(code)?.help ?? '') !== (help ?? '')),
    reordered: before.filter(({ code }) => is.has(code)).some(({ code }, index) => code !== kept[index]?.code),
  };
  const { reordered, ...lists } = changes;
  return reordered || Object.values(lists).some((list: readonly unknown[]) => list.length > 0) ? changes : undefined;
}

const byCode = (codes: readonly Code[]): ReadonlyMap<string, Code> => new Map(codes.map((code) => [code.code, code]));

const codesIn = (field: FieldNode, form: FormDefinition): readonly Code[] | undefined =>
  field.codeList === undefined ? undefined : form.codeLists[field.codeList]?.codes;

const most = 6;

/** `2 Möglichkeiten kommen hinzu: „A“ (001), „B“ (002)`. */
export function codeSentence({ added, removed, relabelled, explained, reordered }: CodeChanges): string {
  const named = (codes: readonly Code[]): readonly string[] => codes.map(({ code, label }) => `${quoted(label)} (${code})`);
  const renamed = relabelled.map(({ code, before, after }) =>
    say({ de: `${code} ${quoted(after)} statt ${quoted(before)}`, en: `${code} ${quoted(after)} instead of ${quoted(before)}` }),
  );
  return [
    ...counted(named(removed), { de: 'entfällt', en: 'is gone' }, { de: 'entfallen', en: 'are gone' }),
    ...counted(named(added), { de: 'kommt hinzu', en: 'is new' }, { de: 'kommen hinzu', en: 'are new' }),
    ...counted(renamed, { de: 'heißt anders', en: 'has another name' }, { de: 'heißen anders', en: 'have other names' }),
    ...counted(
      named(explained),
      { de: 'hat einen anderen Hilfetext', en: 'has another help text' },
      { de: 'haben andere Hilfetexte', en: 'have other help texts' },
    ),
    ...(reordered ? [say({ de: 'die Möglichkeiten stehen in anderer Reihenfolge', en: 'the options come in another order' })] : []),
  ].join('; ');
}

function counted(parts: readonly string[], one: Message, many: Message): readonly string[] {
  if (parts.length === 0) return [];
  const options = parts.length === 1 ? { de: 'Möglichkeit', en: 'option' } : { de: 'Möglichkeiten', en: 'options' };
  return [`${parts.length} ${say(options)} ${say(parts.length === 1 ? one : many)}: ${listed(parts, most)}`];
}
