import { compileForm, evaluate as evaluateForm, instanceName } from '@serviceportal/form-engine';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { elementStates, instancesOf, stateOf } from '../evaluate/element-states.js';
import { landMissing } from '../evaluate/land-missing.js';
import { readAnswers } from '../evaluate/read-answers.js';
import { type BrokenRule, brokenRuleLine, elementLines } from './evaluation-text.js';
import { reportOf } from './report.js';

export interface EvaluateOptions {
  readonly codelists: readonly string[];
  readonly translatedRules?: readonly string[];
  readonly json: boolean;
  readonly answers?: string;
  /** Two-letter code, e.g. NW. */
  readonly land?: string;
  /** ISO date. */
  readonly today: string;
}

/** `fim evaluate FILE --answers A.json`: the state of every element for given answers. */
export async function evaluate(path: string, options: EvaluateOptions): Promise<void> {
  const { compiled } = await compileServicePackage(path, options);
  const form = compileForm(compiled.form);
  const answers = options.answers === undefined ? {} : await readAnswers(options.answers, form);
  const evaluation = evaluateForm(form, answers, { today: options.today, ...(options.land !== undefined && { land: options.land }) });
  const openItems = [...landMissing(compiled.form.rules, options.land), ...compiled.openItems];
  const violations = evaluation.violations().map(({ rule, position, indices, message }): BrokenRule => ({
    rule: rule.id,
    ...(rule.name !== undefined && { title: rule.name }),
    path: position === null ? '' : instanceName(position, indices.slice(0, position.repeats.length)),
    ...(position !== null && { label: position.node.label }),
    message,
  }));
  if (options.json) {
    console.log(JSON.stringify({ elements: elementStates(form, evaluation), violations, openItems }));
    return;
  }
  const elements = instancesOf(form, evaluation).map(([position, indices]) => ({
    position,
    indices,
    state: stateOf(evaluation, position, indices),
  }));
  for (const line of [...elementLines(form, elements), ...violations.map(brokenRuleLine)]) console.log(line);
  const report = reportOf(openItems, []);
  if (report !== '') console.log(report);
}
