import { decisions } from './received-case.js';
import type { DecidedStatus, ReceivedCase, ReceivedFile } from './received-case.js';

const berlin = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
const purposes: Record<ReceivedFile['purpose'], string> = { data: 'Daten', form: 'Antrag', attachment: 'Anlage' };
const supplements = { answer: 'Nachtrag (Antwort) zum Fall mit dem Schlüssel', withdrawal: 'Rücknahme des Falls mit dem Schlüssel' };

const outcomes = {
  declaration: ['Nicht erklärt', 'Erklärt'],
  consent: ['Einwilligung nicht erteilt', 'Einwilligung erteilt'],
} as const;

const states: Record<DecidedStatus['state'], string> = { accepted: 'Angenommen', rejected: 'Abgelehnt', closed: 'Abgeschlossen' };

function inBerlin(instant: string): string {
  return `${berlin.format(new Date(instant)).replace(',', '')} Uhr`;
}

function readableSize(bytes: number): string {
  const [size, unit] = bytes < 1000 ? [bytes, 'Byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('de-DE', { maximumFractionDigits: 1 })} ${unit}`;
}

export function caseRow(found: ReceivedCase): object {
  const { caseNumber, receivedAt, service, reference, files } = found;
  const state = found.status ? states[found.status.state] : 'Eingegangen';
  return { caseNumber, receivedAt: inBerlin(receivedAt), service: service.title, reference, fileCount: files.length, state };
}

export function caseFacts(found: ReceivedCase): readonly { readonly name: string; readonly value: string }[] {
  const { service, municipality, supplement, declarations = [] } = found;
  return [
    { name: 'Leistung', value: service.title },
    { name: 'Leistungsschlüssel', value: service.leika.join(', ') || '–' },
    { name: 'Kommune', value: `${municipality.name} (ARS ${municipality.ars})` },
    { name: 'Vorgangsnummer des Portals', value: found.reference },
    { name: 'Im Portal abgesendet', value: inBerlin(found.submittedAt) },
    { name: 'Hier eingegangen', value: inBerlin(found.receivedAt) },
    { name: 'Stand', value: statusText(found) },
    { name: 'Formular', value: `${service.key} ${service.version}` },
    { name: 'Schlüssel der Übergabe', value: found.key },
    ...declarations.map(({ kind, given, text }) => ({ name: outcomes[kind][given ? 1 : 0], value: text })),
    ...(supplement ? [{ name: supplements[supplement.kind], value: supplement.of }] : []),
  ];
}

function statusText({ status }: ReceivedCase): string {
  if (!status) return 'Eingegangen';
  return `${states[status.state]} am ${inBerlin(status.at)}${status.reason ? `: ${status.reason}` : ''}`;
}

export function decisionChoices({ status }: ReceivedCase): readonly object[] {
  return decisions.map((key) => ({ key, label: states[key], chosen: key === status?.state }));
}

export function fileRow(found: ReceivedCase, file: ReceivedFile): object {
  const { name, mediaType, sha256 } = file;
  return {
    name,
    mediaType,
    sha256,
    link: `/faelle/${found.caseNumber}/${file.part}`,
    purpose: purposes[file.purpose],
    size: readableSize(file.size),
  };
}
