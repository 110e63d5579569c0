import type { FieldType, FormDefinition, FormNode } from '@serviceportal/form-engine';
import { counted } from '../counted.js';
import { type Message, say } from '../language.js';

const typeNames: Readonly<Record<FieldType, Message>> = {
  text: { de: 'Text', en: 'text' },
  date: { de: 'Datum', en: 'date' },
  time: { de: 'Uhrzeit', en: 'time' },
  datetime: { de: 'Zeitpunkt', en: 'date and time' },
  boolean: { de: 'Ja/Nein', en: 'yes/no' },
  integer: { de: 'Ganzzahl', en: 'whole number' },
  number: { de: 'Zahl', en: 'number' },
  currency: { de: 'Betrag', en: 'amount' },
  select: { de: 'Auswahl', en: 'selection' },
  file: { de: 'Datei', en: 'file' },
};

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
  if (node.kind === 'group') return say(node.choice === true ? { de: 'Auswahlgruppe', en: 'choice' } : { de: 'Gruppe', en: 'group' });
  if (node.kind === 'note') return say({ de: 'Hinweis', en: 'note' });
  const codes = node.codeList === undefined ? undefined : form.codeLists[node.codeList]?.codes.length;
  const { minLength, maxLength, minimum, maximum, pattern } = node.constraints;
  const bounds = [minLength ?? minimum, maxLength ?? maximum].some((bound) => bound !== undefined)
    ? `${minLength ?? minimum ?? ''}–${maxLength ?? maximum ?? ''}`
    : undefined;
  return [
    say(typeNames[node.type]),
    codes === undefined ? undefined : say({ de: counted(codes, 'Code', 'Codes'), en: counted(codes, 'code', 'codes') }),
    bounds,
    pattern === undefined ? undefined : `${say({ de: 'Muster', en: 'pattern' })} ${pattern}`,
    node.locked === true
      ? say({ de: 'gesperrt', en: 'locked' })
      : node.hidden === true
        ? say({ de: 'verborgen', en: 'hidden' })
        : undefined,
    node.note === undefined ? undefined : say({ de: 'Codeliste fehlt', en: 'code list missing' }),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
