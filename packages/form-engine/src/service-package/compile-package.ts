import type { FormDefinition } from '../form/form-definition.js';
import { compileForm } from '../form/compile-form.js';
import { positionsOf } from '../form/positions.js';
import type { Rule } from '../rules/ast.js';
import type { FeeTable } from '../decision/fee.js';
import { packageFormat } from './archive.js';
import { digestOf } from './digest.js';
import { flattenTexts } from './flatten-texts.js';
import { freezeDeeply } from './freeze-deeply.js';
import { applyOverlay } from './overlay/apply-overlay.js';
import { refuse } from './package-error.js';
import type { FeeSource, RuleSource, ServiceFile } from './package-files.js';
import { readPackageFiles } from './read-package-files.js';
import { declarationProblems } from './references/declaration-references.js';
import { outputProblems } from './references/output-references.js';
import { feeProblems, ruleProblems } from './references/rule-references.js';
import { type Language, languages, type OpenItem, type ServiceDescription, type ServicePackage } from './service-package.js';

export function describeService(source: ServiceFile): ServiceDescription {
  const { title, summary = '', audience = [], documents = [], fee = '' } = source;
  const { leika = [], legalBasis = [], nextSteps = [], draftDays = 30 } = source;
  const { description, deadline, duration, procedure, office, privacy, retention } = source;
  return {
    title,
    summary,
    audience,
    documents,
    fee,
    leika,
    legalBasis,
    nextSteps,
    draftDays,
    ...(description !== undefined && { description }),
    ...(deadline !== undefined && { deadline }),
    ...(duration !== undefined && { duration }),
    ...(procedure !== undefined && { procedure }),
    ...(office !== undefined && { office }),
    ...(privacy !== undefined && { privacy }),
    ...(retention !== undefined && { retention }),
  };
}

export const compileRule = (source: RuleSource): Rule => ({ ...source, legalBasis: source.legalBasis ?? [], owner: source.owner ?? '' });

/** `85,80` → 8580. The shape is checked before. */
export const centsOf = (euros: string): number => Number(euros.replace(',', ''));

export const compileFee = (source: FeeSource): FeeTable => ({
  ...source,
  rows: source.rows.map((row) => ({ ...row, amounts: row.amounts.map(centsOf) })),
});

/** What the schema was compiled to. */
export interface PackageBase {
  readonly form: FormDefinition;
  readonly openItems: readonly OpenItem[];
  /** What FIM itself says in other languages, by key of `ServicePackage.texts`; the package's own texts win. */
  readonly texts?: ServicePackage['texts'];
}

/**
 * Compiles the files of a package folder (paths with `/`, from the folder) and the form that was compiled from its FIM
 * schema to an immutable package, named by its digest. The same input gives the same digest.
 * @throws PackageError with every mistake found
 */
export function compilePackage(files: ReadonlyMap<string, string>, base: PackageBase): ServicePackage {
  const source = readPackageFiles(files);
  const { form: overlaid, openItems } = applyOverlay(base.form, source.form);
  const rules = (source.rules.rules ?? []).map(compileRule);
  const fees = (source.rules.fees ?? []).map(compileFee);
  const { outputs } = source.outputs;
  const { positions } = positionsOf(overlaid.children);
  const byPath = new Map(positions.map((position) => [position.path, position]));
  const { declarations = [] } = source.workflow;
  refuse([
    ...ruleProblems(rules, positions),
    ...feeProblems(fees, positions),
    ...declarationProblems(declarations),
    ...outputProblems(outputs, byPath, fees, declarations),
  ]);

  const form: FormDefinition = { ...overlaid, rules: [...overlaid.rules, ...rules] };
  const service = describeService(source.service);
  const subjects = { form: compileForm(form), service, fees, workflow: source.workflow };
  const texts: Record<string, Record<string, string>> = {};
  for (const language of languages) {
    const content = source.texts[language];
    const fromFim = fimTexts(base, language, service.title);
    if (!content && !fromFim) continue;
    const flat = flattenTexts(`texts/${language}.yaml`, content ?? {}, subjects);
    texts[language] = { ...fromFim, ...flat.texts };
    openItems.push(...flat.openItems);
  }

  const content: Omit<ServicePackage, 'digest'> = {
    format: packageFormat,
    key: source.service.key,
    version: source.service.version,
    service,
    form,
    workflow: source.workflow,
    fees,
    outputs,
    texts,
    openItems: [...base.openItems, ...openItems],
  };
  // A copy: what the caller still holds stays as it is, and shared parts cannot be changed from outside.
  const own = structuredClone(content);
  return freezeDeeply({ ...own, digest: digestOf(own) });
}

/** FIM translates the title of the schema: a service with a title of its own has none from there. */
function fimTexts({ texts, form }: PackageBase, language: Language, title: string): Readonly<Record<string, string>> | undefined {
  const { 'service.title': own, ...others } = texts?.[language] ?? {};
  if (texts?.[language] === undefined) return undefined;
  return { ...others, ...(own !== undefined && title === form.schema.name && { 'service.title': own }) };
}
