import type { FieldType, FormDefinition, FormNode } from '@serviceportal/form-engine';
import { boundChanges } from './bound-changes.js';
import { codeChanges } from './code-changes.js';
import type { ElementMatch } from './match-elements.js';
import { type PlacedElement, withDescendants } from './placed-element.js';
import { joined, kindOf, named, quoted } from './wording.js';

/** An answer of a running draft that the new form could not take over as it is. */
export interface DraftLoss {
  /** Path in the old form. */
  readonly path: string;
  readonly reason: 'gone' | 'path' | 'type' | 'list' | 'codes';
  /** A German sentence. */
  readonly message: string;
  /** The codes that are gone. */
  readonly codes?: readonly string[];
  /** Where the answer belongs in the new form. */
  readonly newPath?: string;
}

/** What a running draft would lose, and what would have to be asked or checked again. */
export interface DraftOutlook {
  readonly lost: readonly DraftLoss[];
  /** Paths in the new form that must be answered in addition. */
  readonly toAnswer: readonly string[];
  /** Paths in the new form whose answers may be refused, because bounds are stricter. */
  readonly toCheck: readonly string[];
}

const fieldsBelow = (element: PlacedElement): number => withDescendants([element]).filter(({ node }) => node.kind === 'field').length;

export function draftOutlook(match: ElementMatch, oldForm: FormDefinition, newForm: FormDefinition): DraftOutlook {
  const lost: DraftLoss[] = [];
  const toAnswer: string[] = [];
  const toCheck: string[] = [];
  const removed = new Set(match.removed);
  for (const element of match.removed) {
    const count = fieldsBelow(element);
    if (count === 0 || (element.parent !== null && removed.has(element.parent))) continue;
    const what = element.node.kind === 'group' ? `Alle Antworten in ${named(element)} (${count})` : `Die Antwort auf ${named(element)}`;
    lost.push({
      path: element.path,
      reason: 'gone',
      message: `${what} ${element.node.kind === 'group' ? 'gingen' : 'ginge'} verloren: Danach wird nicht mehr gefragt.`,
    });
  }
  // What happens to a group happens to all in it: it is told once.
  const told = new Set<PlacedElement>();
  const inOrder = [...match.pairs].sort((a, b) => a.before.around.length - b.before.around.length);
  for (const { before, after } of inOrder) {
    const [old, now] = [before.node, after.node];
    if (fieldsBelow(before) === 0) continue;
    if (before.parent !== null && told.has(before.parent)) {
      told.add(before);
      continue;
    }
    const loss = shapeLoss(before, after) ?? codeLoss(before, after, oldForm, newForm);
    if (loss !== undefined) lost.push(loss);
    if (loss !== undefined && loss.reason !== 'codes') told.add(before);
    if (old.min === 0 && now.min > 0 && now.kind !== 'note') toAnswer.push(after.path);
    if (old.kind === 'field' && now.kind === 'field' && boundChanges(old, now).some(({ stricter }) => stricter)) toCheck.push(after.path);
  }
  const added = new Set(match.added);
  for (const element of match.added) {
    const must = [element, ...groupsAround(element)].every((one) => one.node.min > 0 || !added.has(one));
    if (element.node.kind === 'field' && must) toAnswer.push(element.path);
  }
  return { lost, toAnswer, toCheck };
}

const groupsAround = ({ parent }: PlacedElement): readonly PlacedElement[] => (parent === null ? [] : [parent, ...groupsAround(parent)]);

function shapeLoss(before: PlacedElement, after: PlacedElement): DraftLoss | undefined {
  const [old, now] = [before.node, after.node];
  const what = old.kind === 'group' ? `Alle Antworten in ${named(before)}` : `Die Antwort auf ${named(before)}`;
  const many = (node: FormNode): boolean => node.max !== 1;
  if (!keepsType(old, now)) {
    return {
      path: before.path,
      reason: 'type',
      newPath: after.path,
      message: `${what} ${old.kind === 'group' ? 'gingen' : 'ginge'} verloren: Das ist jetzt ${kindOf(now)}, bisher ${kindOf(old)}.`,
    };
  }
  if (many(old) !== many(now)) {
    const message = `${what} ${old.kind === 'group' ? 'hätten' : 'hätte'} eine andere Form: ${many(now) ? 'Jetzt sind mehrere Angaben möglich' : 'Jetzt ist nur noch eine Angabe möglich'}.`;
    return { path: before.path, reason: 'list', newPath: after.path, message };
  }
  if (before.path !== after.path) {
    const [would, stands] = old.kind === 'group' ? ['würden', 'stehen'] : ['würde', 'steht'];
    const message = `${what} ${would} nicht mehr gefunden: Sie ${stands} jetzt unter ${after.path}.`;
    return { path: before.path, reason: 'path', newPath: after.path, message };
  }
  return undefined;
}

const wider: Readonly<Partial<Record<FieldType, readonly FieldType[]>>> = { integer: ['number'] };

function keepsType(old: FormNode, now: FormNode): boolean {
  if (old.kind !== 'field' || now.kind !== 'field') return old.kind === now.kind;
  return old.type === now.type || (wider[old.type]?.includes(now.type) ?? false);
}

function codeLoss(before: PlacedElement, after: PlacedElement, oldForm: FormDefinition, newForm: FormDefinition): DraftLoss | undefined {
  if (before.node.kind !== 'field' || after.node.kind !== 'field') return undefined;
  const gone = codeChanges(before.node, oldForm, after.node, newForm)?.removed ?? [];
  if (gone.length === 0) return undefined;
  const labels = gone.slice(0, 6).map(({ code, label }) => `${quoted(label)} (${code})`);
  const rest = gone.length > 6 ? ` und ${gone.length - 6} weiteres` : '';
  const message = `Wer bei ${named(before)} ${joined(labels)}${rest} gewählt hat, muss neu wählen.`;
  return { path: before.path, reason: 'codes', codes: gone.map(({ code }) => code), newPath: after.path, message };
}
