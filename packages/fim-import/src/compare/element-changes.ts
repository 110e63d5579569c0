import type { FieldNode, FormNode } from '@serviceportal/form-engine';
import type { ElementPair } from './match-elements.js';
import type { Change } from './change.js';
import { normChanges } from './norm-changes.js';
import { anzahl, excerpt, joined, kindOf, named, quoted } from './wording.js';

type Found = Omit<Change, 'places'>;

/** What an element itself says differently: label, type, how often, texts, value, legal bases, version. */
export function elementChanges({ before, after, how }: ElementPair): readonly Found[] {
  const [old, now] = [before.node, after.node];
  const name = named(after);
  const found: Found[] = [];
  const report = (kind: Found['kind'], audience: Found['audience'], message: string, from?: unknown, to?: unknown): void => {
    found.push({ kind, audience, message, ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) });
  };

  if (how === 'moved') report('moved', 'citizen', `${quoted(now.label)} steht jetzt ${group(after)}, bisher ${group(before)}.`);
  if (how === 'replaced') report('replaced', 'author', `${name} ist jetzt ein anderes Element: ${now.id} statt ${old.id}.`, old.id, now.id);
  if (old.label !== now.label) report('renamed', 'citizen', `${quoted(old.label)} heißt jetzt ${quoted(now.label)}.`, old.label, now.label);
  if (kindOf(old) !== kindOf(now) && !onlyListMissing(old, now))
    report('retyped', 'citizen', `${name} ist jetzt ${kindOf(now)}, bisher ${kindOf(old)}.`, kindOf(old), kindOf(now));
  if (anzahl(old) !== anzahl(now)) report('cardinality', 'citizen', `${name} ${occurs(old, now)}`, anzahl(old), anzahl(now));
  if ((old.help ?? '') !== (now.help ?? ''))
    report('text', 'citizen', `${name}: Der Hilfetext ${rewritten(old.help, now.help)}.`, old.help, now.help);
  if (old.kind === 'note' && now.kind === 'note' && old.text !== now.text)
    report('text', 'citizen', `Der Hinweis ${name} ${rewritten(old.text, now.text)}.`, old.text, now.text);
  if ((old.outputLabel ?? '') !== (now.outputLabel ?? ''))
    report('text', 'clerk', `${name}: Die Bezeichnung in Ausdrucken ${rewritten(old.outputLabel, now.outputLabel)}.`);
  if (old.kind === 'field' && now.kind === 'field')
    behaviour(old, now).forEach((what) => report('behaviour', 'citizen', `${name} ${what}`));
  const norms = normChanges(old.legalBasis, now.legalBasis);
  if (norms !== undefined) report('legal-basis', 'clerk', `${name}: ${norms}`);
  if (how !== 'replaced' && !sameVersion(old.version, now.version)) {
    const versions = `${now.version ?? 'Arbeitskopie'} statt ${old.version ?? 'Arbeitskopie'}`;
    report('version', 'author', `${quoted(now.label)} (${now.id}) hat die Version ${versions}.`, old.version, now.version);
  }
  return found;
}

const group = ({ around }: ElementPair['before']): string =>
  around.length === 0 ? 'auf der obersten Ebene' : `in ${quoted(around.join(' › '))}`;

/** Version 2 has two parts, version 3 three: `1.0` is `1.0.0`. */
const sameVersion = (old = '', now = ''): boolean => old === now || `${old}.0` === now || old === `${now}.0`;

/** A selection without its list is compiled to a text; that is told with the code lists. */
const onlyListMissing = (old: FormNode, now: FormNode): boolean =>
  old.kind === 'field' && now.kind === 'field' && (old.note !== undefined) !== (now.note !== undefined);

function occurs(old: FormNode, now: FormNode): string {
  const counts = `(${anzahl(now)} statt ${anzahl(old)}).`;
  const parts: string[] = [];
  if (old.min === 0 && now.min > 0) parts.push('ist jetzt Pflicht, solange keine Regel es ausblendet');
  else if (old.min > 0 && now.min === 0) parts.push('ist nur noch Pflicht, wenn eine Regel es verlangt');
  else if (old.min !== now.min) parts.push(`muss jetzt mindestens ${now.min}-mal angegeben werden`);
  if (old.max !== now.max) {
    if (now.max === null) parts.push('darf jetzt beliebig oft angegeben werden');
    else parts.push(`darf ${old.max === null || now.max < old.max ? 'nur noch' : 'jetzt bis zu'} ${now.max}-mal angegeben werden`);
  }
  return `${joined(parts)} ${counts}`;
}

function rewritten(old: string | undefined, now: string | undefined): string {
  if (now === undefined) return `entfällt (bisher ${excerpt(old ?? '')})`;
  return old === undefined ? `ist neu: ${excerpt(now)}` : `lautet jetzt ${excerpt(now)}, bisher ${excerpt(old)}`;
}

function behaviour(old: FieldNode, now: FieldNode): readonly string[] {
  const found: string[] = [];
  const shown = (value: FieldNode['initial']): string => (value === undefined ? 'leer' : quoted(String(value)));
  if (old.initial !== now.initial) found.push(`beginnt jetzt mit ${shown(now.initial)}, bisher mit ${shown(old.initial)}.`);
  if ((old.hidden ?? false) !== (now.hidden ?? false)) found.push(now.hidden === true ? 'wird nicht mehr gezeigt.' : 'wird jetzt gezeigt.');
  if ((old.locked ?? false) !== (now.locked ?? false))
    found.push(now.locked === true ? 'kann nicht mehr geändert werden.' : 'kann jetzt geändert werden.');
  return found;
}
