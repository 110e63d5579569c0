import { positionsOf } from '../form/positions.js';
import type { Language, ServicePackage } from './service-package.js';

/**
 * The texts of a service that a page in another language has to show in German, so that they can be marked with `lang="de"` (WCAG 3.1.2).
 * Empty for German and simple German.
 */
export function germanTexts({ service, form, fees, workflow, texts }: ServicePackage, language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  if (language !== 'en') return found;
  const own = texts[language] ?? {};
  const german = texts.de ?? {};
  const take = (text: string | undefined, ...keys: readonly string[]): void => {
    if (keys.some((key) => Object.hasOwn(own, key))) return;
    for (const one of [text, ...keys.map((key) => german[key])]) if (one?.trim()) found.add(one.trim());
  };
  for (const [name, value] of Object.entries(service)) {
    if (typeof value === 'string') take(value, `service.${name}`);
    else if (Array.isArray(value)) {
      value.forEach((text, index) => take(typeof text === 'string' ? text : undefined, `service.${name}.${index}`));
    }
  }
  for (const { slug, title } of form.pages ?? []) take(title, `page.${slug}`);
  for (const { path, node } of positionsOf(form.children).positions) {
    take(node.label, `${path}.label`, `${node.id}.label`);
    take(node.help, `${path}.help`, `${node.id}.help`);
    if (node.kind === 'note') take(node.text, `${path}.text`, `${node.id}.text`);
    if (node.kind === 'field') take(node.note, `${path}.note`);
  }
  for (const [list, { codes }] of Object.entries(form.codeLists))
    for (const { code, label, help } of codes) {
      take(label, `codes.${list}.${code}`);
      take(help, `codeHelp.${list}.${code}`);
    }
  for (const { id, statements } of form.rules) for (const { message } of statements) take(message, `rule.${id}`);
  for (const { key, label, rows } of fees) {
    take(label, `fee.${key}`);
    rows.forEach((row, index) => take(row.label, `fee.${key}.${index}`));
  }
  for (const { key, label } of workflow.decisions) take(label, `decision.${key}`);
  take(workflow.coSign?.who, 'coSign.who');
  take(workflow.coSign?.declaration, 'coSign.declaration');
  return found;
}
