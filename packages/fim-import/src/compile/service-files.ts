import { stringify } from 'yaml';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { legalBasis } from './legal-basis.js';

/** `1.0` → `1.0.0`; a working copy → `0.1.0`. */
function packageVersion(version: string | undefined): string {
  const [major = '0', minor = '1', patch = '0'] = version?.split('.') ?? [];
  return [major, minor, patch].map((part) => part.replace(/^0+(?=\d)/, '')).join('.');
}

function keyOf({ id }: Stammdatenschema): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, 60);
}

/** Schemas name the service they are for in free text or as a keyword. */
function leikaKeys({ beschreibung, stichworte }: Stammdatenschema): readonly string[] {
  const texts = [beschreibung ?? '', ...stichworte.map(({ text }) => text)];
  return [...new Set(texts.flatMap((text) => text.match(/(?<!\d)99\d{12}(?!\d)/g) ?? []))];
}

const nextSteps = [
  'Ihr Antrag geht bei der zuständigen Stelle ein. Sie erhalten eine Vorgangsnummer.',
  'Die zuständige Stelle prüft Ihren Antrag und meldet sich, wenn etwas fehlt.',
  'Sie erhalten eine Entscheidung.',
];

/** What the schema itself says about the service; the rest is for its author to write. */
function serviceYaml(schema: Stammdatenschema): string {
  const service = {
    key: keyOf(schema),
    version: packageVersion(schema.version),
    title: schema.bezeichnung,
    summary: schema.definition ?? schema.hilfetext ?? '',
    leika: leikaKeys(schema),
    legalBasis: legalBasis(schema.bezug),
    nextSteps,
  };
  return `# Steckbrief des Dienstes: bitte prüfen und ergänzen (audience, documents, fee, duration).\n${stringify(service, { lineWidth: 120 })}`;
}

const outputs = {
  outputs: [
    { key: 'antrag-json', format: 'fim-json', fileName: 'antrag.json' },
    { key: 'antrag-xml', format: 'fim-xml', fileName: 'antrag.xml' },
    { key: 'antrag-pdf', format: 'pdf', fileName: 'antrag.pdf' },
  ],
};

const workflow = {
  decisions: [
    { key: 'bewilligt', label: 'Bewilligt' },
    { key: 'abgelehnt', label: 'Abgelehnt' },
  ],
};

/** The files that a package author goes on from: paths with `/`, from the package folder. Without the sources in `fim/`. */
export function serviceFiles(schema: Stammdatenschema): ReadonlyMap<string, string> {
  return new Map([
    ['service.yaml', serviceYaml(schema)],
    ['form.yaml', '# Was vom FIM-Schema abweicht: pages, labels, help, widgets, initial, hide, order, add.\n'],
    ['rules.yaml', '# Regeln über FIM hinaus (rules) und Gebühren (fees).\n'],
    ['workflow.yaml', `# Welche Entscheidungen es gibt.\n${stringify(workflow)}`],
    ['outputs.yaml', `# Was übergeben wird.\n${stringify(outputs)}`],
    ['texts/de.yaml', '# Deutsche Texte, wo sie den Wortlaut von FIM ersetzen.\n'],
  ]);
}
