import type { FormDefinition } from '../form/form-definition.js';
import { compileForm } from '../form/compile-form.js';
import { compileFee, compileRule, describeService } from './compile-package.js';
import { flattenTexts } from './flatten-texts.js';
import { layOver } from './overlay/apply-overlay.js';
import { readPackageFiles } from './read-package-files.js';
import { declarationProblems } from './references/declaration-references.js';
import { outputProblems } from './references/output-references.js';
import { feeProblems, ruleProblems } from './references/rule-references.js';
import { languages } from './service-package.js';

/** An entry of a package's files that does not fit a form. */
export interface PackageMisfit {
  readonly file: string;
  /** Path or id of an element, or key of the entry. */
  readonly path: string;
  /** German. */
  readonly message: string;
  /** Must be corrected before the package compiles; otherwise the entry has no effect. */
  readonly blocks: boolean;
}

/**
 * Which entries of a package's files would not fit this form, as `compilePackage` would find one after the other: overlay, rules,
 * fees, outputs, texts.
 * @throws PackageError if the files themselves are wrong
 */
export function packageMisfits(files: ReadonlyMap<string, string>, base: FormDefinition): readonly PackageMisfit[] {
  const source = readPackageFiles(files);
  const { form: overlaid, openItems, problems } = layOver(base, source.form);
  const rules = (source.rules.rules ?? []).map(compileRule);
  const fees = (source.rules.fees ?? []).map(compileFee);
  const form = compileForm(overlaid);
  problems.push(...ruleProblems(rules, form.positions), ...feeProblems(fees, form.positions));
  const { declarations = [] } = source.workflow;
  problems.push(...declarationProblems(declarations), ...outputProblems(source.outputs.outputs, form.byPath, fees, declarations));

  const definition = { ...overlaid, rules: [...overlaid.rules, ...rules] };
  const subjects = { form: { ...form, definition }, service: describeService(source.service), fees, workflow: source.workflow };
  for (const language of languages) {
    const content = source.texts[language];
    if (content) openItems.push(...flattenTexts(`texts/${language}.yaml`, content, subjects).openItems);
  }
  return [
    ...problems.map((problem) => ({ ...problem, blocks: true })),
    ...openItems.map((openItem) => ({ ...openItem, blocks: false })),
  ].map(({ file = '', path = '', message, blocks }) => ({ file, path, message, blocks }));
}
