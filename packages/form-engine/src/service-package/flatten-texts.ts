import type { Form, Position } from '../form/form.js';
import type { ElementTexts, TextsFile } from './package-files.js';
import { names } from './overlay/form-tree.js';
import { misfit } from './overlay/overlay-result.js';
import type { OpenItem, ServiceDescription, Workflow } from './service-package.js';
import type { FeeTable } from '../decision/fee.js';

/** What texts may speak of. */
export interface TextSubjects {
  readonly form: Form;
  readonly service: ServiceDescription;
  readonly fees: readonly FeeTable[];
  readonly workflow: Workflow;
}

interface FlatTexts {
  readonly texts: Record<string, string>;
  readonly openItems: readonly OpenItem[];
}

/** Brings a texts file to the flat keys of `ServicePackage.texts`. What it names and the service lacks is an open item. */
export function flattenTexts(file: string, source: TextsFile, subjects: TextSubjects): FlatTexts {
  const texts: Record<string, string> = {};
  const openItems: OpenItem[] = [];
  const unknown = (key: string): void => {
    openItems.push(misfit(key, 'Der Text gehört zu nichts in diesem Dienst und bleibt ohne Wirkung.', file));
  };
  function put(key: string, text: string, exists: boolean): void {
    if (exists) texts[key] = text;
    else unknown(key);
  }

  const { privacy, ...description } = source.service ?? {};
  privacy?.purposes?.forEach((text, index) =>
    put(`service.privacy.purposes.${index}`, text, subjects.service.privacy?.purposes?.[index] !== undefined),
  );
  if (privacy?.retention !== undefined)
    put('service.privacy.retention', privacy.retention, subjects.service.privacy?.retention !== undefined);
  for (const [name, value] of Object.entries(description)) {
    if (typeof value === 'string') texts[`service.${name}`] = value;
    else {
      const german = subjects.service[name as 'audience' | 'description' | 'documents' | 'nextSteps' | 'procedure'] ?? [];
      value.forEach((text, index) => put(`service.${name}.${index}`, text, index < german.length));
    }
  }
  for (const [slug, text] of Object.entries(source.pages ?? {})) put(`page.${slug}`, text, subjects.form.pageBySlug.has(slug));
  for (const [key, text] of Object.entries(source.elements ?? {})) {
    const positions = subjects.form.positions.filter(({ path }) => names(key, path));
    if (positions.length === 0) unknown(key);
    else elementTexts(key, text, positions, subjects.form, put);
  }
  for (const [key, { label, rows }] of Object.entries(source.fees ?? {})) {
    const table = subjects.fees.find((fee) => fee.key === key);
    if (label !== undefined) put(`fee.${key}`, label, table !== undefined);
    rows?.forEach((text, index) => put(`fee.${key}.${index}`, text, table?.rows[index] !== undefined));
  }
  for (const [key, text] of Object.entries(source.decisions ?? {})) {
    put(
      `decision.${key}`,
      text,
      subjects.workflow.decisions.some((decision) => decision.key === key),
    );
  }
  for (const [name, text] of Object.entries(source.coSign ?? {})) put(`coSign.${name}`, text, subjects.workflow.coSign !== undefined);
  for (const [key, { text, withdrawal }] of Object.entries(source.declarations ?? {})) {
    const declaration = subjects.workflow.declarations?.find((known) => known.key === key);
    if (text !== undefined) put(`declaration.${key}`, text, declaration !== undefined);
    if (withdrawal !== undefined) put(`declaration.${key}.withdrawal`, withdrawal, declaration?.withdrawal !== undefined);
  }
  for (const [id, text] of Object.entries(source.rules ?? {})) {
    put(
      `rule.${id}`,
      text,
      subjects.form.definition.rules.some((rule) => rule.id === id),
    );
  }
  return { texts, openItems };
}

function elementTexts(
  key: string,
  { label, help, text, codes, codeHelp }: ElementTexts,
  positions: readonly Position[],
  form: Form,
  put: (key: string, text: string, exists: boolean) => void,
): void {
  if (label !== undefined) put(`${key}.label`, label, true);
  if (help !== undefined) put(`${key}.help`, help, true);
  if (text !== undefined)
    put(
      `${key}.text`,
      text,
      positions.some(({ node }) => node.kind === 'note'),
    );
  const list = positions.flatMap(({ node }) => (node.kind === 'field' ? (node.codeList ?? []) : []))[0];
  const known = new Set(list === undefined ? [] : form.definition.codeLists[list]?.codes.map(({ code }) => code));
  for (const [code, translation] of Object.entries(codes ?? {})) put(`codes.${list ?? key}.${code}`, translation, known.has(code));
  for (const [code, translation] of Object.entries(codeHelp ?? {})) put(`codeHelp.${list ?? key}.${code}`, translation, known.has(code));
}
