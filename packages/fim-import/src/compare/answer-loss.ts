import type { FieldType, FormDefinition, FormNode } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { codeChanges } from './code-changes.js';
import type { DraftLoss } from './draft-losses.js';
import type { PlacedElement } from './placed-element.js';
import { kindOf, listed, named, quoted } from './wording.js';

/** What the answer to an element that stayed would suffer; the first that holds. */
export function answerLoss(
  before: PlacedElement,
  after: PlacedElement,
  oldForm: FormDefinition,
  newForm: FormDefinition,
): DraftLoss | undefined {
  const shape = shapeLoss(before, after);
  if (shape !== undefined) return { path: before.path, newPath: after.path, reason: shape.reason, message: say(shape.message) };
  return codeLoss(before, after, oldForm, newForm);
}

function shapeLoss(before: PlacedElement, after: PlacedElement): { reason: DraftLoss['reason']; message: Message } | undefined {
  const [old, now] = [before.node, after.node];
  const group = old.kind === 'group';
  const name = named(before);
  const what: Message = group
    ? { de: `Alle Antworten in ${name}`, en: `All answers in ${name}` }
    : { de: `Die Antwort auf ${name}`, en: `The answer to ${name}` };
  if (!keepsType(old, now)) {
    const [from, to] = [kindOf(old), kindOf(now)];
    const message = {
      de: `${what.de} ${group ? 'gingen' : 'ginge'} verloren: Das ist jetzt ${to}, bisher ${from}.`,
      en: `${what.en} would be lost: it is now ${to}, before ${from}.`,
    };
    return { reason: 'type', message };
  }
  if (many(old) !== many(now)) {
    const reach: Message = many(now)
      ? { de: 'Jetzt sind mehrere Angaben möglich', en: 'now several entries are possible' }
      : { de: 'Jetzt ist nur noch eine Angabe möglich', en: 'now only one entry is possible' };
    const message = {
      de: `${what.de} ${group ? 'hätten' : 'hätte'} eine andere Form: ${reach.de}.`,
      en: `${what.en} would have another shape: ${reach.en}.`,
    };
    return { reason: 'list', message };
  }
  if (before.path !== after.path) {
    const [would, stands] = group ? ['würden', 'stehen'] : ['würde', 'steht'];
    const message = {
      de: `${what.de} ${would} nicht mehr gefunden: Sie ${stands} jetzt unter ${after.path}.`,
      en: `${what.en} would no longer be found: now under ${after.path}.`,
    };
    return { reason: 'path', message };
  }
  if (now.max !== null && (old.max === null || now.max < old.max)) {
    const most = now.max;
    const message = {
      de: `Wer bei ${name} mehr als ${most} Angaben gemacht hat, muss die übrigen streichen.`,
      en: `Who has given more than ${most} entries for ${name} must remove the rest.`,
    };
    return { reason: 'entries', message };
  }
  if (isFixed(now) && !isFixed(old)) {
    const message = {
      de: `${what.de} ginge verloren: Der Wert steht jetzt fest.`,
      en: `${what.en} would be lost: the value is now fixed.`,
    };
    return { reason: 'fixed', message };
  }
  return undefined;
}

const many = (node: FormNode): boolean => node.max !== 1;

/** Hidden and locked fields are handed over with their initial value. */
const isFixed = (node: FormNode): boolean => node.kind === 'field' && (node.hidden === true || node.locked === true);

const wider: Readonly<Partial<Record<FieldType, readonly FieldType[]>>> = { integer: ['number'] };

function keepsType(old: FormNode, now: FormNode): boolean {
  if (old.kind !== 'field' || now.kind !== 'field') return old.kind === now.kind;
  return old.type === now.type || (wider[old.type]?.includes(now.type) ?? false);
}

function codeLoss(before: PlacedElement, after: PlacedElement, oldForm: FormDefinition, newForm: FormDefinition): DraftLoss | undefined {
  if (before.node.kind !== 'field' || after.node.kind !== 'field') return undefined;
  const gone = codeChanges(before.node, oldForm, after.node, newForm)?.removed ?? [];
  if (gone.length === 0) return undefined;
  const codes = listed(
    gone.map(({ code, label }) => `${quoted(label)} (${code})`),
    6,
  );
  const message = say({
    de: `Wer bei ${named(before)} ${codes} gewählt hat, muss neu wählen.`,
    en: `Who has chosen ${codes} for ${named(before)} must choose again.`,
  });
  return { path: before.path, reason: 'codes', codes: gone.map(({ code }) => code), newPath: after.path, message };
}
