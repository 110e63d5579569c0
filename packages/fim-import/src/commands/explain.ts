import { compileForm, evaluate, parseInstanceName } from '@serviceportal/form-engine';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { explainElement } from '../evaluate/explain-element.js';
import { readAnswers } from '../evaluate/read-answers.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { EvaluateOptions } from './evaluate.js';

/** `fim explain FILE PATH`: why an element is asked, with rule and legal basis. */
export async function explain(file: string, path: string, options: EvaluateOptions): Promise<void> {
  const { compiled } = await compileServicePackage(file, options);
  const form = compileForm(compiled.form);
  const position = form.byPath.get(path.replace(/\[\d+\]/g, ''));
  if (position === undefined) {
    throw new FimInputError('fim-path-unknown', file, `${path} gibt es nicht. Pfade zeigt fim inspect; sie sehen aus wie G1/F2.`);
  }
  const named = parseInstanceName(form, path)?.indices ?? [];
  const indices = position.repeats.map((_, level) => named[level] ?? 0);
  const answers = options.answers === undefined ? {} : await readAnswers(options.answers, form);
  const evaluation = evaluate(form, answers, { today: options.today, ...(options.land !== undefined && { land: options.land }) });
  const explanation = explainElement(form, evaluation, position, indices);
  if (options.json) {
    console.log(JSON.stringify(explanation));
    return;
  }
  const { min, max, help } = position.node;
  console.log(`${position.path}  „${explanation.label}“  ${min}:${max ?? '*'}`);
  if (help !== undefined) console.log(help.trim());
  console.log(explanation.sentences.join(' '));
  for (const { id, text, about, reading, decides } of explanation.rules) {
    const whose = about === position.path ? '' : ` (über ${about})`;
    console.log(`\nRegel ${id}${whose}${decides ? ', entscheidet gerade' : ''}:`);
    if (text !== undefined) console.log(`  „${text.replace(/\s+/g, ' ')}“`);
    for (const sentence of reading) console.log(`  Verstanden als: ${sentence}`);
  }
  if (explanation.rules.length === 0) console.log('\nKeine Regel entscheidet darüber; es gilt, wie oft das Schema das Element vorsieht.');
  if (explanation.legalBasis.length > 0) console.log('\nRechtsgrundlage:');
  for (const { text, link } of explanation.legalBasis) console.log(`  ${text}${link === undefined ? '' : ` <${link}>`}`);
}
