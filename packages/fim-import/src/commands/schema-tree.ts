import type { FormDefinition, FormNode } from '@serviceportal/form-engine';

const typeNames = {
  text: 'Text',
  date: 'Datum',
  time: 'Uhrzeit',
  datetime: 'Zeitpunkt',
  boolean: 'Ja/Nein',
  integer: 'Ganzzahl',
  number: 'Zahl',
  currency: 'Betrag',
  select: 'Auswahl',
  file: 'Datei',
} as const;

/** The form as an indented tree: how often, id and version, label, type. */
export function schemaTree(form: FormDefinition): string {
  return linesOf(form.children, '', form).join('\n');
}

function linesOf(nodes: readonly FormNode[], indent: string, form: FormDefinition): readonly string[] {
  return nodes.flatMap((node, index) => {
    const last = index === nodes.length - 1;
    const occurs = `${node.min}:${node.max ?? '*'}`;
    const name = node.version === undefined ? node.id : `${node.id} ${node.version}`;
    const line = `${indent}${last ? '└─' : '├─'} ${occurs}  ${name}  ${node.label}  [${kindOf(node, form)}]`;
    return node.kind === 'group' ? [line, ...linesOf(node.children, `${indent}${last ? '   ' : '│  '}`, form)] : [line];
  });
}

function kindOf(node: FormNode, form: FormDefinition): string {
  if (node.kind === 'group') return node.choice === true ? 'Auswahlgruppe' : 'Gruppe';
  if (node.kind === 'note') return 'Hinweis';
  const codes = node.codeList === undefined ? undefined : form.codeLists[node.codeList]?.codes.length;
  const { minLength, maxLength, minimum, maximum, pattern } = node.constraints;
  const bounds = [minLength ?? minimum, maxLength ?? maximum].some((bound) => bound !== undefined)
    ? `${minLength ?? minimum ?? ''}–${maxLength ?? maximum ?? ''}`
    : undefined;
  return [
    typeNames[node.type],
    codes === undefined ? undefined : `${codes} Codes`,
    bounds,
    pattern === undefined ? undefined : `Muster ${pattern}`,
    node.locked === true ? 'gesperrt' : node.hidden === true ? 'verborgen' : undefined,
    node.note === undefined ? undefined : 'Codeliste fehlt',
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
