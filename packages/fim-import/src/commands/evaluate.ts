import { compileForm, evaluate as evaluateForm, instanceName } from '@serviceportal/form-engine';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { elementStates } from '../evaluate/element-states.js';
import { landMissing } from '../evaluate/land-missing.js';
import { readAnswers } from '../evaluate/read-answers.js';
import { type Message, say } from '../language.js';
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
  const elements = elementStates(form, evaluation);
  const violations = evaluation.violations().map(({ rule, position, indices, message }) => ({
    rule: rule.id,
    path: position === null ? '' : instanceName(position, indices.slice(0, position.repeats.length)),
    message,
  }));
  if (options.json) {
    console.log(JSON.stringify({ elements, violations, openItems }));
    return;
  }
  for (const [name, { relevant, required, allowed, value }] of Object.entries(elements)) {
    console.log(
      [
        say(stateOf(relevant, required)).padEnd(8),
        name,
        ...(allowed ? [`${say({ de: 'nur', en: 'only' })} ${allowed.join(', ')}`] : []),
        ...(value === undefined ? [] : [`= ${String(value)}`]),
      ].join('  '),
    );
  }
  for (const { rule, path: at, message } of violations)
    console.log(`${say({ de: 'Verletzt', en: 'Violated' })}  ${rule}  ${at}  ${message}`);
  const report = reportOf(openItems, []);
  if (report !== '') console.log(report);
}

function stateOf(relevant: boolean, required: boolean): Message {
  if (!relevant) return { de: '–', en: '–' };
  return required ? { de: 'Pflicht', en: 'required' } : { de: 'möglich', en: 'possible' };
}
