import type { FormDefinition } from '@serviceportal/form-engine';
import { boundChanges } from './bound-changes.js';
import type { Change } from './change.js';
import { codeChanges, codeSentence } from './code-changes.js';
import type { ElementPair } from './match-elements.js';
import { named } from './wording.js';

/** What a field accepts differently: bounds and codes. */
export function fieldChanges(pair: ElementPair, oldForm: FormDefinition, newForm: FormDefinition): readonly Omit<Change, 'places'>[] {
  const { node: old } = pair.before;
  const { node: now } = pair.after;
  if (old.kind !== 'field' || now.kind !== 'field') return [];
  const name = named(pair.after);
  const codes = codeChanges(old, oldForm, now, newForm);
  return [
    ...boundChanges(old, now).map(({ sentence, before, after }) => ({
      kind: 'bounds' as const,
      audience: 'citizen' as const,
      message: `${name}: ${sentence}.`,
      before,
      after,
    })),
    ...(codes === undefined
      ? []
      : [{ kind: 'codes' as const, audience: 'citizen' as const, message: `${name}: ${codeSentence(codes)}.`, after: codes }]),
    ...listAtHand(old.note, now.note, name),
  ];
}

function listAtHand(old: string | undefined, now: string | undefined, name: string): readonly Omit<Change, 'places'>[] {
  if ((old === undefined) === (now === undefined)) return [];
  const which = now === undefined ? 'alten' : 'neuen';
  const message = `${name}: Die Codeliste liegt nur zum ${which} Schema nicht vor; dort ist es ein Textfeld. Legen Sie die Liste dazu.`;
  return [{ kind: 'code-list', audience: 'author', message }];
}
