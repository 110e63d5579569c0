import type { FormDefinition } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { answerLoss } from './answer-loss.js';
import { boundChanges } from './bound-changes.js';
import type { ElementMatch, ElementPair } from './match-elements.js';
import { type PlacedElement, withDescendants } from './placed-element.js';
import { named } from './wording.js';

/** An answer of a running draft that the new form could not take over as it is. */
export interface DraftLoss {
  /** Path in the old form. */
  readonly path: string;
  readonly reason: 'gone' | 'path' | 'type' | 'list' | 'entries' | 'fixed' | 'codes';
  /** A sentence. */
  readonly message: string;
  /** The codes that are gone. */
  readonly codes?: readonly string[];
  /** Where the answer belongs in the new form. */
  readonly newPath?: string;
}

/** An element of the new form. */
export interface DraftPlace {
  readonly path: string;
  readonly label: string;
}

/** What a running draft would lose, and what would have to be asked or checked again. */
export interface DraftOutlook {
  readonly lost: readonly DraftLoss[];
  /** Must be answered in addition. */
  readonly toAnswer: readonly DraftPlace[];
  /** Answers may be refused, because bounds are stricter. */
  readonly toCheck: readonly DraftPlace[];
  /** Changed rules decide about them: with some answers they are no longer asked, or fewer codes may be chosen. */
  readonly ruledAnew: readonly DraftPlace[];
}

const fieldsBelow = (element: PlacedElement): number => withDescendants([element]).filter(({ node }) => node.kind === 'field').length;

export function draftOutlook(match: ElementMatch, oldForm: FormDefinition, newForm: FormDefinition): Omit<DraftOutlook, 'ruledAnew'> {
  const lost: DraftLoss[] = [...goneAnswers(match.removed)];
  const pairs = match.pairs.filter(({ before }) => fieldsBelow(before) > 0).sort((a, b) => a.before.around.length - b.before.around.length);
  // What happens to a group happens to all in it: it is told once.
  const told = new Set<PlacedElement>();
  for (const { before, after } of pairs) {
    const withGroup = before.parent !== null && told.has(before.parent);
    const loss = withGroup ? undefined : answerLoss(before, after, oldForm, newForm);
    if (loss !== undefined) lost.push(loss);
    if (withGroup || (loss !== undefined && wholly.has(loss.reason))) told.add(before);
  }
  return {
    lost,
    toAnswer: [...pairs.filter(mustNow).map(({ after }) => after), ...newDuties(match.added)].map(placeOf),
    toCheck: pairs.filter(stricter).map(({ after }) => placeOf(after)),
  };
}

/** Reasons for which all that is in a group is lost with it. */
const wholly: ReadonlySet<DraftLoss['reason']> = new Set(['path', 'type', 'list']);

const placeOf = (element: PlacedElement): DraftPlace => ({ path: element.path, label: named(element) });

function* goneAnswers(removed: readonly PlacedElement[]): Generator<DraftLoss> {
  const all = new Set(removed);
  for (const element of removed) {
    const count = fieldsBelow(element);
    if (count === 0 || (element.parent !== null && all.has(element.parent))) continue;
    const name = named(element);
    const message = say(
      element.node.kind === 'group'
        ? {
            de: `Alle Antworten in ${name} (${count}) gingen verloren: Danach wird nicht mehr gefragt.`,
            en: `All answers in ${name} (${count}) would be lost: they are no longer asked for.`,
          }
        : {
            de: `Die Antwort auf ${name} ginge verloren: Danach wird nicht mehr gefragt.`,
            en: `The answer to ${name} would be lost: it is no longer asked for.`,
          },
    );
    yield { path: element.path, reason: 'gone', message };
  }
}

const mustNow = ({ before, after }: ElementPair): boolean => after.node.kind !== 'note' && after.node.min > before.node.min;

/** New fields that must be answered, unless something around them is optional. */
function newDuties(added: readonly PlacedElement[]): readonly PlacedElement[] {
  const all = new Set(added);
  return added.filter((element) => {
    const around = [element, ...groupsAround(element)].filter((one) => all.has(one));
    return element.node.kind === 'field' && around.every(({ node }) => node.min > 0);
  });
}

const groupsAround = ({ parent }: PlacedElement): readonly PlacedElement[] => (parent === null ? [] : [parent, ...groupsAround(parent)]);

function stricter({ before: { node: old }, after: { node: now } }: ElementPair): boolean {
  if (old.kind === 'field' && now.kind === 'field') return boundChanges(old, now).some((bound) => bound.stricter);
  return old.kind === 'group' && now.kind === 'group' && old.choice !== true && now.choice === true;
}
