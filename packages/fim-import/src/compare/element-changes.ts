import type { FieldNode, FormNode } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import type { Change } from './change.js';
import type { ElementPair } from './match-elements.js';
import { normChanges } from './norm-changes.js';
import { occurs } from './occurs.js';
import { rewritten } from './rewritten.js';
import { sameVersion } from './same-version.js';
import { anzahl, kindOf, named, quoted, typeOf } from './wording.js';

type Found = Omit<Change, 'places'>;

/** What an element itself says differently: place, label, type, how often, texts, value, legal bases, version. */
export function elementChanges({ before, after, how }: ElementPair): readonly Found[] {
  const [old, now] = [before.node, after.node];
  const name = named(after);
  const found: Found[] = [];
  const report = (kind: Found['kind'], audience: Found['audience'], message: Message, from?: unknown, to?: unknown): void => {
    found.push({
      kind,
      audience,
      message: say(message),
      ...(from !== undefined && { before: from }),
      ...(to !== undefined && { after: to }),
    });
  };

  if (how === 'moved') {
    const [from, to] = [place(before), place(after)];
    const label = quoted(now.label);
    report('moved', 'citizen', { de: `${label} steht jetzt ${to}, bisher ${from}.`, en: `${label} now stands ${to}, before ${from}.` });
  }
  if (how === 'replaced') {
    const message = {
      de: `${name} ist jetzt ein anderes Element: ${now.id} statt ${old.id}.`,
      en: `${name} is now another element: ${now.id} instead of ${old.id}.`,
    };
    report('replaced', 'author', message, old.id, now.id);
  }
  if (old.label !== now.label) {
    const [from, to] = [quoted(old.label), quoted(now.label)];
    report('renamed', 'citizen', { de: `${from} heißt jetzt ${to}.`, en: `${from} is now called ${to}.` }, old.label, now.label);
  }
  if (typeOf(old) !== typeOf(now) && !onlyListMissing(old, now)) {
    const [from, to] = [kindOf(old), kindOf(now)];
    report(
      'retyped',
      'citizen',
      { de: `${name} ist jetzt ${to}, bisher ${from}.`, en: `${name} is now ${to}, before ${from}.` },
      typeOf(old),
      typeOf(now),
    );
  }
  if (anzahl(old) !== anzahl(now)) {
    const how = `${name} ${occurs(old, now)}`;
    report('cardinality', 'citizen', { de: how, en: how }, anzahl(old), anzahl(now));
  }
  for (const { of, audience, from, to } of texts(old, now, name)) {
    if ((from ?? '') === (to ?? '')) continue;
    const message = `${say(of)} ${rewritten(from, to)}.`;
    report('text', audience, { de: message, en: message }, from, to);
  }
  if (old.kind === 'field' && now.kind === 'field')
    for (const { de, en } of behaviour(old, now)) report('behaviour', 'citizen', { de: `${name} ${de}`, en: `${name} ${en}` });
  const norms = normChanges(old.legalBasis, now.legalBasis);
  if (norms !== undefined) report('legal-basis', 'clerk', { de: `${name}: ${norms}`, en: `${name}: ${norms}` });
  if (how !== 'replaced' && !sameVersion(old.version, now.version)) {
    const [from, to] = [old, now].map(({ version }) => version ?? say({ de: 'Arbeitskopie', en: 'working copy' }));
    const which = `${quoted(now.label)} (${now.id})`;
    report(
      'version',
      'author',
      { de: `${which} hat die Version ${to} statt ${from}.`, en: `${which} has version ${to} instead of ${from}.` },
      old.version,
      now.version,
    );
  }
  return found;
}

const place = ({ around }: ElementPair['before']): string =>
  around.length === 0 ? say({ de: 'auf der obersten Ebene', en: 'at the top level' }) : `in ${quoted(around.join(' › '))}`;

/** A selection without its list is compiled to a text; that is told with the code lists. */
const onlyListMissing = (old: FormNode, now: FormNode): boolean =>
  old.kind === 'field' && now.kind === 'field' && (old.note !== undefined) !== (now.note !== undefined);

interface ChangedText {
  readonly of: Message;
  readonly audience: Found['audience'];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function texts(old: FormNode, now: FormNode, name: string): readonly ChangedText[] {
  const help = { de: `${name}: Der Hilfetext`, en: `${name}: the help text` };
  const output = { de: `${name}: Die Bezeichnung in Ausdrucken`, en: `${name}: the label in print` };
  return [
    { of: help, audience: 'citizen', from: old.help, to: now.help },
    ...(old.kind === 'note' && now.kind === 'note'
      ? [{ of: { de: `Der Hinweis ${name}`, en: `The note ${name}` }, audience: 'citizen' as const, from: old.text, to: now.text }]
      : []),
    { of: output, audience: 'clerk', from: old.outputLabel, to: now.outputLabel },
  ];
}

function behaviour(old: FieldNode, now: FieldNode): readonly Message[] {
  const found: Message[] = [];
  if (old.initial !== now.initial) {
    const [from, to] = [old, now].map(({ initial }) =>
      initial === undefined ? say({ de: 'leer', en: 'empty' }) : quoted(String(initial)),
    );
    found.push({ de: `beginnt jetzt mit ${to}, bisher mit ${from}.`, en: `now starts with ${to}, before with ${from}.` });
  }
  if ((old.hidden ?? false) !== (now.hidden ?? false))
    found.push(
      now.hidden === true
        ? { de: 'wird nicht mehr gezeigt.', en: 'is no longer shown.' }
        : { de: 'wird jetzt gezeigt.', en: 'is now shown.' },
    );
  if ((old.locked ?? false) !== (now.locked ?? false))
    found.push(
      now.locked === true
        ? { de: 'kann nicht mehr geändert werden.', en: 'can no longer be changed.' }
        : { de: 'kann jetzt geändert werden.', en: 'can now be changed.' },
    );
  return found;
}
