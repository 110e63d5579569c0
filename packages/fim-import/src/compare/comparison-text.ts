import type { PackageMisfit } from '@serviceportal/form-engine';
import type { Audience, Change, ChangedPlace } from './change.js';
import { grouped } from './grouped.js';
import type { Comparison } from './compare-forms.js';

const headings: Readonly<Record<Audience, string>> = {
  citizen: 'Für die Menschen, die den Antrag stellen',
  clerk: 'Für die Sachbearbeitung',
  author: 'Für die Pflege des Dienstes',
};

/** The comparison as a person reads it: what matters to whom, what drafts lose, what of the package no longer fits. */
export function comparisonText({ changes, draft, arrives, misfits }: Comparison): string {
  const of = (audience: Audience): readonly string[] => changes.filter((change) => change.audience === audience).map(changeLine);
  const clerk = [
    ...(arrives.added.length > 0 ? [`Neu im Antrag: ${listed(arrives.added)}.`] : []),
    ...(arrives.removed.length > 0 ? [`Nicht mehr im Antrag: ${listed(arrives.removed)}.`] : []),
    ...of('clerk'),
  ];
  const drafts = [
    ...draft.lost.map(({ message, path }) => `${message} [${path}]`),
    ...(draft.toAnswer.length > 0 ? [`Zusätzlich zu beantworten: ${listed(draft.toAnswer)}.`] : []),
    ...(draft.toCheck.length > 0 ? [`Engere Grenzen, die Antwort kann abgelehnt werden: ${listed(draft.toCheck)}.`] : []),
  ];
  const sections = [
    section(headings.citizen, of('citizen')),
    section(headings.clerk, clerk),
    section(headings.author, of('author')),
    section('Was ein angefangener Entwurf verlöre', drafts),
    ...(misfits === undefined ? [] : [section('Was im Dienst nicht mehr passte', misfitLines(misfits))]),
  ];
  return sections.join('\n\n');
}

const section = (heading: string, lines: readonly string[]): string =>
  `${heading}\n${lines.length === 0 ? '  nichts' : lines.map((line) => `  - ${line}`).join('\n')}`;

const most = 12;
const listed = (parts: readonly string[]): string =>
  parts.slice(0, most).join(', ') + (parts.length > most ? ` und ${parts.length - most} weitere` : '');

/** Entries of one file with the same fault are one line. */
function misfitLines(misfits: readonly PackageMisfit[]): readonly string[] {
  const alike = grouped(misfits, ({ file, message, blocks }) => `${message}${blocks ? ' Vorher läuft der Dienst nicht.' : ''} [${file}`);
  return [...alike].map(([what, entries]) => `${what}: ${listed(entries.map(({ path }) => path))}]`);
}

function changeLine({ message, places }: Change): string {
  const [first, ...more] = places.map(place);
  if (first === undefined) return message;
  return more.length === 0
    ? `${message} [${first}]`
    : `${message} [${first} und ${more.length} weitere ${more.length === 1 ? 'Stelle' : 'Stellen'}]`;
}

const place = ({ before, after }: ChangedPlace): string =>
  before === undefined || after === undefined || before === after ? (after ?? before ?? '') : `${before} → ${after}`;
