import type { Code, FieldNode, FormDefinition } from '@serviceportal/form-engine';

/** How the codes of a selection differ. */
export interface CodeChanges {
  readonly added: readonly Code[];
  readonly removed: readonly Code[];
  readonly relabelled: readonly { readonly code: string; readonly before: string; readonly after: string }[];
}

/** Undefined where the codes and their labels are the same, or one of the two is no selection. */
export function codeChanges(old: FieldNode, oldForm: FormDefinition, now: FieldNode, newForm: FormDefinition): CodeChanges | undefined {
  const [before, after] = [codesIn(old, oldForm), codesIn(now, newForm)];
  if (before === undefined || after === undefined) return undefined;
  const labels = new Map(after.map(({ code, label }) => [code, label]));
  const known = new Set(before.map(({ code }) => code));
  const changes: CodeChanges = {
    added: after.filter(({ code }) => !known.has(code)),
    removed: before.filter(({ code }) => !labels.has(code)),
    relabelled: before.flatMap(({ code, label }) => {
      const next = labels.get(code);
      return next === undefined || next === label ? [] : [{ code, before: label, after: next }];
    }),
  };
  return Object.values(changes).some((list: readonly unknown[]) => list.length > 0) ? changes : undefined;
}

const codesIn = (field: FieldNode, form: FormDefinition): readonly Code[] | undefined =>
  field.codeList === undefined ? undefined : form.codeLists[field.codeList]?.codes;

const most = 6;

/** `2 Möglichkeiten kommen hinzu: „A“ (001), „B“ (002)`. */
export function codeSentence({ added, removed, relabelled }: CodeChanges): string {
  const listed = (parts: readonly string[]): string =>
    parts.slice(0, most).join(', ') + (parts.length > most ? ` und ${parts.length - most} weitere` : '');
  const named = (codes: readonly Code[]): string => listed(codes.map(({ code, label }) => `„${label}“ (${code})`));
  const counted = (count: number, one: string, many: string): string =>
    count === 1 ? `1 Möglichkeit ${one}` : `${count} Möglichkeiten ${many}`;
  return [
    ...(removed.length > 0 ? [`${counted(removed.length, 'entfällt', 'entfallen')}: ${named(removed)}`] : []),
    ...(added.length > 0 ? [`${counted(added.length, 'kommt hinzu', 'kommen hinzu')}: ${named(added)}`] : []),
    ...(relabelled.length > 0
      ? [
          `${counted(relabelled.length, 'heißt anders', 'heißen anders')}: ` +
            listed(relabelled.map(({ code, before, after }) => `${code} „${after}“ statt „${before}“`)),
        ]
      : []),
  ].join('; ');
}
