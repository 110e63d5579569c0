import { shapeOf, shapeProblems } from './check-shape.js';
import { refuse, type PackageProblem } from './package-error.js';
import type { FormOverlay, OutputsFile, PackageFiles, RulesFile, ServiceFile, TextsFile, WorkflowFile } from './package-files.js';
import { readYaml } from './read-yaml.js';
import { packageSchemas } from './schemas/package-schemas.js';
import { languages, type Declaration, type Language, type Workflow } from './service-package.js';
import type { WorkedCase } from './worked-case.js';

const shapes = {
  service: shapeOf<ServiceFile>(packageSchemas.service),
  form: shapeOf<FormOverlay>(packageSchemas.form),
  rules: shapeOf<RulesFile>(packageSchemas.rules),
  workflow: shapeOf<WorkflowFile>(packageSchemas.workflow),
  outputs: shapeOf<OutputsFile>(packageSchemas.outputs),
  texts: shapeOf<TextsFile>(packageSchemas.texts),
  case: shapeOf<WorkedCase>(packageSchemas.case),
};

/** Outputs of a package that names none. */
const defaultOutputs: OutputsFile = {
  outputs: [
    { key: 'antrag-json', format: 'fim-json', fileName: 'antrag.json' },
    { key: 'antrag-xml', format: 'fim-xml', fileName: 'antrag.xml' },
    { key: 'antrag-pdf', format: 'pdf', fileName: 'antrag.pdf' },
  ],
};

const defaultDecisions: Workflow['decisions'] = [
  { key: 'bewilligt', label: 'Bewilligt' },
  { key: 'abgelehnt', label: 'Abgelehnt' },
];

const workflowOf = ({ decisions = defaultDecisions, coSign, declarations, identify }: WorkflowFile): Workflow => ({
  decisions,
  ...(identify && { identify }),
  ...(coSign && { coSign: { distinctIdentity: false, ...coSign } }),
  ...(declarations && { declarations: declarations.map(declarationOf) }),
});

function declarationOf({ kind = 'declaration', ...rest }: NonNullable<WorkflowFile['declarations']>[number]): Declaration {
  return { required: kind === 'declaration', legalBasis: [], ...rest, kind };
}

/** Parts of a package folder that are read elsewhere or not at all. */
const elsewhere = /^(fim\/|notices\/|README\.md$)/;
const known = new RegExp(`^((service|form|rules|workflow|outputs)\\.yaml|texts/(${languages.join('|')})\\.yaml|cases/[^/]+\\.yaml)$`);

function unknownFiles(files: ReadonlyMap<string, string>): PackageProblem[] {
  return [...files.keys()]
    .filter((file) => !known.test(file) && !elsewhere.test(file))
    .map((file) => ({
      code: 'package-file-unknown',
      file,
      message: `Diese Datei gehört zu keinem Teil eines Dienstes. Benennen Sie sie um (service, form, rules, workflow, outputs .yaml; texts/${languages.join('|')}.yaml; cases/*.yaml) oder entfernen Sie sie.`,
      english: `This file is no part of a service package. Rename it (service, form, rules, workflow, outputs .yaml; texts/${languages.join('|')}.yaml; cases/*.yaml) or remove it.`,
    }));
}

/**
 * Reads the YAML files of a package folder (paths with `/`, from the folder). Only `service.yaml` must be there.
 * @throws PackageError with every mistake found: YAML that cannot be parsed, unknown files, wrong shapes.
 */
export function readPackageFiles(files: ReadonlyMap<string, string>): PackageFiles {
  const problems = unknownFiles(files);
  if (!files.has('service.yaml')) {
    const message = 'Die Datei fehlt. Sie nennt mindestens key, version und title des Dienstes.';
    problems.push({
      code: 'package-file-missing',
      file: 'service.yaml',
      message,
      english: 'The file is missing. It names at least key, version and title of the service.',
    });
  }

  function read<T>(file: string, shape: ReturnType<typeof shapeOf<T>>): T | undefined {
    const text = files.get(file);
    if (text === undefined) return undefined;
    const yaml = readYaml(file, text);
    // A file with nothing but comments is an empty one.
    const given = { ...yaml, value: yaml.value ?? {} };
    const found = shapeProblems(given, shape);
    problems.push(...found);
    return found.length === 0 ? (given.value as T) : undefined;
  }

  const service = read('service.yaml', shapes.service);
  const form = read('form.yaml', shapes.form) ?? {};
  const rules = read('rules.yaml', shapes.rules) ?? {};
  const workflow = workflowOf(read('workflow.yaml', shapes.workflow) ?? {});
  const outputs = read('outputs.yaml', shapes.outputs) ?? defaultOutputs;
  const texts: Partial<Record<Language, TextsFile>> = {};
  for (const language of languages) {
    const content = read(`texts/${language}.yaml`, shapes.texts);
    if (content) texts[language] = content;
  }
  const cases = [...files.keys()]
    .filter((file) => file.startsWith('cases/'))
    .sort()
    .flatMap((file) => {
      const content = read(file, shapes.case);
      return content ? [{ file, content }] : [];
    });
  refuse(problems);
  return { service: service as ServiceFile, form, rules, workflow, outputs, texts, cases };
}
