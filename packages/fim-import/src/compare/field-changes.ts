import type { FieldNode, FormDefinition } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { boundChanges } from './bound-changes.js';
import type { Change } from './change.js';
import { codeChanges, codeSentence } from './code-changes.js';
import type { ElementPair } from './match-elements.js';
import { named, quoted } from './wording.js';

type Found = Omit<Change, 'places'>;

/** What a field accepts differently: bounds, codes, and the list from which they come. */
export function fieldChanges(pair: ElementPair, oldForm: FormDefinition, newForm: FormDefinition): readonly Found[] {
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
    ...otherList(uriOf(old, oldForm), uriOf(now, newForm), name),
    ...listAtHand(old.note, now.note, name),
  ];
}

const uriOf = ({ codeList }: FieldNode, { codeLists }: FormDefinition): string | undefined =>
  codeList === undefined ? undefined : codeLists[codeList]?.uri;

function otherList(before: string | undefined, after: string | undefined, name: string): readonly Found[] {
  if (before === undefined || after === undefined || before === after) return [];
  const [from, to] = [quoted(before), quoted(after)];
  const message = say({
    de: `${name}: Die Codeliste ist jetzt ${to}, bisher ${from}.`,
    en: `${name}: the code list is now ${to}, before ${from}.`,
  });
  return [{ kind: 'code-list', audience: 'author', message, before, after }];
}

function listAtHand(old: string | undefined, now: string | undefined, name: string): readonly Found[] {
  if ((old === undefined) === (now === undefined)) return [];
  const which = now === undefined ? { de: 'alten', en: 'old' } : { de: 'neuen', en: 'new' };
  const message = say({
    de: `${name}: Die Codeliste liegt nur zum ${which.de} Schema nicht vor; dort ist es ein Textfeld. Legen Sie die Liste dazu.`,
    en: `${name}: only for the ${which.en} schema the code list is not at hand; there it is a text field. Put the list beside it.`,
  });
  return [{ kind: 'code-list', audience: 'author', message }];
}
