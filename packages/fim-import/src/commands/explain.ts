import { compileForm, evaluate } from '@serviceportal/form-engine';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { explainElement } from '../evaluate/explain-element.js';
import { findPlace } from '../evaluate/find-place.js';
import { readAnswers } from '../evaluate/read-answers.js';
import { type Message, say } from '../language.js';
import type { EvaluateOptions } from './evaluate.js';
import { reportOf } from './report.js';

const noRule: Message = {
  de: 'Keine Regel entscheidet darüber; es gilt, wie oft das Schema das Element vorsieht.',
  en: 'No rule decides about it; what holds is how often the schema has the element.',
};

const ownRules: Message = {
  de: 'Regeln, die hier stehen und über anderes entscheiden',
  en: 'Rules that stand here and decide about something else',
};

const quote = (text: string): Message => ({ de: `„${text}“`, en: `“${text}”` });

/** `fim explain FILE PATH`: why an element is asked, with rule and legal basis. */
export async function explain(file: string, path: string, options: EvaluateOptions): Promise<void> {
  const { compiled } = await compileServicePackage(file, options);
  const form = compileForm(compiled.form);
  const { position, indices } = findPlace(form, path, file);
  const answers = options.answers === undefined ? {} : await readAnswers(options.answers, form);
  const evaluation = evaluate(form, answers, { today: options.today, ...(options.land !== undefined && { land: options.land }) });
  const explanation = explainElement(form, evaluation, position, indices, compiled.openItems);
  if (options.json) {
    console.log(JSON.stringify(explanation));
    return;
  }
  const { min, max, help } = position.node;
  console.log(`${position.path}  ${say(quote(explanation.label))}  ${min}:${max ?? '*'}`);
  if (help !== undefined) console.log(help.trim());
  console.log(explanation.sentences.join(' '));
  for (const { id, text, about, reading, decides } of explanation.rules) {
    const of = about === position.path ? '' : say({ de: ` (über ${about})`, en: ` (about ${about})` });
    const now = decides ? say({ de: ', entscheidet gerade', en: ', decides just now' }) : '';
    console.log(`\n${say({ de: 'Regel', en: 'Rule' })} ${id}${of}${now}:`);
    if (text !== undefined) console.log(`  ${say(quote(text.replace(/\s+/g, ' ')))}`);
    for (const sentence of reading) console.log(`  ${say({ de: 'Verstanden als', en: 'Understood as' })}: ${sentence}`);
  }
  if (explanation.rules.length === 0) console.log(`\n${say(noRule)}`);
  if (explanation.ownRules.length > 0) console.log(`\n${say(ownRules)}:`);
  for (const { id, name, about } of explanation.ownRules) console.log(`  ${id}  ${say(quote(name))}  ${about.join(', ')}`);
  const remarks = reportOf(explanation.openItems, []);
  if (remarks !== '') console.log(`\n${remarks}`);
  if (explanation.legalBasis.length > 0) console.log(`\n${say({ de: 'Rechtsgrundlage', en: 'Legal basis' })}:`);
  for (const { text, link } of explanation.legalBasis) console.log(`  ${text}${link === undefined ? '' : ` <${link}>`}`);
}
