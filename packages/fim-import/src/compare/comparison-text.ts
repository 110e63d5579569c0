import type { PackageMisfit } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import type { Audience, Change, ChangedPlace } from './change.js';
import { type Comparison, differ } from './compare-forms.js';
import type { DraftOutlook, DraftPlace } from './draft-losses.js';
import { grouped } from './grouped.js';
import { listed } from './wording.js';

const headings: Readonly<Record<Audience | 'draft' | 'package', Message>> = {
  citizen: { de: 'Für die Menschen, die den Antrag stellen', en: 'For those who apply' },
  clerk: { de: 'Für die Sachbearbeitung', en: 'For clerks' },
  author: { de: 'Für die Pflege des Dienstes', en: 'For those who maintain the service package' },
  draft: { de: 'Was ein angefangener Entwurf verlöre', en: 'What a running draft would lose' },
  package: { de: 'Was im Dienst nicht mehr passte', en: 'What of the service package would no longer fit' },
};

/** The comparison as a person reads it: what matters to whom, what drafts lose, what of the package no longer fits. */
export function comparisonText(comparison: Comparison): string {
  const { changes, draft, arrives, misfits } = comparison;
  if (!differ(comparison)) return say({ de: 'Keine Unterschiede.', en: 'No differences.' });
  const of = (audience: Audience): readonly string[] => changes.filter((change) => change.audience === audience).map(changeLine);
  const clerk = [
    ...line({ de: 'Neu im Antrag', en: 'New in the application' }, arrives.added),
    ...line({ de: 'Nicht mehr im Antrag', en: 'No longer in the application' }, arrives.removed),
    ...of('clerk'),
  ];
  return [
    section('citizen', of('citizen')),
    section('clerk', clerk),
    section('author', of('author')),
    section('draft', draftLines(draft)),
    ...(misfits === undefined ? [] : [section('package', misfitLines(misfits))]),
  ].join('\n\n');
}

const section = (of: keyof typeof headings, lines: readonly string[]): string =>
  `${say(headings[of])}\n${lines.length === 0 ? `  ${say({ de: 'nichts', en: 'nothing' })}` : lines.map((text) => `  - ${text}`).join('\n')}`;

const most = 12;

const line = (what: Message, parts: readonly string[]): readonly string[] =>
  parts.length === 0 ? [] : [`${say(what)}: ${listed(parts, most)}.`];

function draftLines({ lost, toAnswer, toCheck, ruledAnew }: DraftOutlook): readonly string[] {
  const places = (all: readonly DraftPlace[]): readonly string[] => all.map(({ label, path }) => `${label} [${path}]`);
  return [
    ...lost.map(({ message, path }) => `${message} [${path}]`),
    ...line({ de: 'Zusätzlich zu beantworten', en: 'To be answered in addition' }, places(toAnswer)),
    ...line({ de: 'Engere Grenzen, die Antwort kann abgelehnt werden', en: 'Stricter bounds, the answer may be refused' }, places(toCheck)),
    ...line(
      {
        de: 'Neue oder geänderte Regeln entscheiden, ob danach noch gefragt wird und was möglich ist',
        en: 'New or changed rules decide whether this is still asked and what is possible',
      },
      places(ruledAnew),
    ),
  ];
}

/** Entries of one file with the same fault are one line. */
function misfitLines(misfits: readonly PackageMisfit[]): readonly string[] {
  const stops = say({ de: ' Vorher läuft der Dienst nicht.', en: ' Until then the service does not run.' });
  const alike = grouped(misfits, ({ file, message, blocks }) => `${message}${blocks ? stops : ''} [${file}`);
  return [...alike].map(([what, entries]) => `${what}: ${listed([...new Set(entries.map(({ path }) => path))], most)}]`);
}

function changeLine({ message, places }: Change): string {
  const [first, ...more] = places.map(place);
  if (first === undefined) return message;
  if (more.length === 0) return `${message} [${first}]`;
  const count = more.length;
  const others = say(
    count === 1
      ? { de: 'und 1 weitere Stelle', en: 'and 1 more place' }
      : { de: `und ${count} weitere Stellen`, en: `and ${count} more places` },
  );
  return `${message} [${first} ${others}]`;
}

const place = ({ before, after }: ChangedPlace): string =>
  before === undefined || after === undefined || before === after ? (after ?? before ?? '') : `${before} → ${after}`;
