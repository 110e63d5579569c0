import { stringify } from 'yaml';
import { elementsOf } from '../xdatenfelder/elements-of.js';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { legalBasis } from './legal-basis.js';
import { formHints, more, outputsHints, rulesHints, serviceHints, textsHints, workflowHints } from './service-file-hints.js';

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
  return `# Steckbrief des Dienstes: bitte prüfen und ergänzen. ${more('service.yaml')}\n${stringify(service, { lineWidth: 120 })}${serviceHints}`;
}

/** For examples: a field that this schema has. */
const firstField = (schema: Stammdatenschema): string => elementsOf(schema).find(({ id }) => /^F\d{8,11}$/.test(id))?.id ?? 'F60000000227';

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
    ['form.yaml', `# Was vom FIM-Schema abweicht. ${more('form.yaml')}\n${formHints(firstField(schema))}`],
    ['rules.yaml', `# Regeln über FIM hinaus (rules) und Gebühren (fees). ${more('rules.yaml')}\n${rulesHints}`],
    ['workflow.yaml', `# Welche Entscheidungen es gibt. ${more('workflow.yaml')}\n${stringify(workflow)}${workflowHints}`],
    ['outputs.yaml', `# Was übergeben wird. ${more('outputs.yaml')}\n${stringify(outputs)}${outputsHints}`],
    ['texts/de.yaml', `# Deutsche Texte, wo sie den Wortlaut von FIM ersetzen. ${more('texts/*.yaml')}\n${textsHints(firstField(schema))}`],
  ]);
}
