import type { Answers } from '../answers/answers.js';
import { computeFees } from '../decision/compute-fees.js';
import { compileForm } from '../form/compile-form.js';
import type { Form, Position } from '../form/form.js';
import { pageAddress, pageSequence } from '../form/navigation.js';
import { createWording } from '../form/wording.js';
import { isTextOutput, renderOutput } from '../outputs/render-output.js';
import { evaluate } from '../rules/evaluate.js';
import type { Evaluation } from '../rules/evaluation.js';
import { checkForm } from '../validation/check-page.js';
import { centsOf } from './compile-package.js';
import { missingFrom } from './contains.js';
import type { ServicePackage } from './service-package.js';
import type { WorkedCase } from './worked-case.js';

/** Outputs of a case name no real application. */
const meta = { reference: 'MS-2026-2222-2222-2', submittedAt: '2026-01-01T12:00:00Z', municipality: 'Musterstadt' };

/** Runs a worked case. Returns what differs from what it expects, one sentence each; empty: the case holds. */
export function runCase(pkg: ServicePackage, worked: WorkedCase): string[] {
  const form = compileForm(pkg.form);
  const stray = strayAnswers(form.roots, worked.answers, '');
  if (stray.length > 0) return stray.map((path) => `answers: ${path} gibt es im Formular nicht`);
  const evaluation = evaluate(form, worked.answers, {
    today: meta.submittedAt.slice(0, 10),
    ...(worked.land !== undefined && { land: worked.land }),
  });
  const { fees, messages, pages, payload } = worked.expect;
  return [
    ...(fees ? feeDifferences(pkg, form, evaluation, fees) : []),
    ...(messages ? messageDifferences(pkg, form, evaluation, messages) : []),
    ...(pages ? pageDifferences(form, evaluation, pages) : []),
    ...(payload ? payloadDifferences(pkg, form, evaluation, payload) : []),
  ];
}

function strayAnswers(positions: readonly Position[], answers: Answers, around: string): string[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const path = around === '' ? id : `${around}/${id}`;
    const position = positions.find(({ node }) => node.id === id);
    if (!position || position.repeated !== Array.isArray(answer)) return [path];
    if (position.node.kind !== 'group') return [];
    const entries = (position.repeated ? answer : [answer]) as readonly Answers[];
    return entries.flatMap((entry) => strayAnswers(position.children, entry, path));
  });
}

function feeDifferences(pkg: ServicePackage, form: Form, evaluation: Evaluation, expected: Readonly<Record<string, string>>): string[] {
  const actual = new Map(computeFees(pkg.fees, form, evaluation).map(({ key, total }) => [key, total]));
  const keys = new Set([...actual.keys(), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => {
    const wanted = expected[key];
    const cents = wanted === undefined ? undefined : centsOf(wanted);
    return actual.get(key) === cents
      ? []
      : [`fees: ${key} ist ${actual.get(key) ?? 'nicht fällig'}, erwartet ${cents ?? 'nicht fällig'} (Cent)`];
  });
}

/** Elements of one list that the other lacks, as often as it lacks them. */
function surplus(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function messageDifferences(
  pkg: ServicePackage,
  form: Form,
  evaluation: Evaluation,
  expected: readonly { readonly at: string; readonly code: string }[],
): string[] {
  const wording = createWording(pkg.form, pkg.texts, 'de');
  const actual = checkForm(form, evaluation, wording).flatMap(({ messages }) => messages.map(({ name, code }) => `${name} ${code}`));
  const wanted = expected.map(({ at, code }) => `${at} ${code}`);
  return [
    ...surplus(actual, wanted).map((one) => `messages: nicht erwartet: ${one}`),
    ...surplus(wanted, actual).map((one) => `messages: fehlt: ${one}`),
  ];
}

function pageDifferences(form: Form, evaluation: Evaluation, expected: readonly string[]): string[] {
  const actual = pageSequence(form, evaluation).map(pageAddress);
  return actual.join(' ') === expected.join(' ') ? [] : [`pages: ${actual.join(', ')} – erwartet ${expected.join(', ')}`];
}

function payloadDifferences(
  pkg: ServicePackage,
  form: Form,
  evaluation: Evaluation,
  expected: Readonly<Record<string, unknown>>,
): string[] {
  // Whoever submits has declared what is required; nothing else is known of them.
  const declared = (pkg.workflow.declarations ?? []).flatMap(({ key, required }) => (required ? [key] : []));
  return Object.entries(expected).flatMap(([key, part]) => {
    const output = pkg.outputs.find((one) => one.key === key);
    if (!output || !isTextOutput(output)) return [`payload: die Ausgabe ${key} gibt es nicht als Text`];
    const text = renderOutput(output, pkg, form, evaluation, { ...meta, declared });
    const isJson = output.format === 'fim-json' || output.format === 'mapped-json';
    const missing = isJson ? missingFrom(JSON.parse(text), part, key) : missingLines(text, part, key);
    return missing.map((difference) => `payload: ${difference}`);
  });
}

function missingLines(text: string, part: unknown, key: string): string[] {
  const lines = text.split(/\r?\n/);
  const wanted = (Array.isArray(part) ? part : [part]).map(String);
  return wanted.filter((line) => !lines.includes(line)).map((line) => `${key}: fehlt: ${line}`);
}
