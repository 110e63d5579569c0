import { createHash } from 'node:crypto';
import { writeArchive } from '@serviceportal/form-engine';
import type { FieldNode, FormNode, GroupNode, ServicePackage } from '@serviceportal/form-engine';

const element = { version: '1.0', min: 1, max: 1, legalBasis: [], origin: 'fim' } as const;

export function field(id: string, label: string, parts: Partial<FieldNode> = {}): FieldNode {
  return { ...element, kind: 'field', id, label, type: 'text', constraints: {}, ...parts };
}

export const group = (id: string, label: string, children: readonly FormNode[], parts: Partial<GroupNode> = {}): GroupNode => ({
  ...element,
  kind: 'group',
  id,
  label,
  children,
  ...parts,
});

const children: readonly FormNode[] = [
  {
    ...element,
    kind: 'group',
    id: 'G1',
    label: 'Person',
    children: [field('F1', 'Name'), field('F2', 'Hund', { type: 'boolean' }), field('F3', 'Rasse', { min: 0 })],
  },
  { ...element, kind: 'group', id: 'G2', label: 'Kinder', min: 0, max: 3, children: [field('F4', 'Vorname')] },
  { ...element, kind: 'group', id: 'G3', label: 'Nachweise', children: [field('F5', 'Nachweis', { type: 'file', min: 0 })] },
];

/** Three pages: a person with a question that depends on another, a list, a file. */
export const smallService: ServicePackage = {
  format: 'serviceportal/service-package@1',
  key: 'probe',
  version: '1.0.0',
  digest: `sha256:${'0'.repeat(64)}`,
  service: {
    title: 'Probe',
    summary: 'Ein kleiner Dienst.',
    audience: [],
    documents: [],
    fee: 'Kostet nichts.',
    leika: [],
    legalBasis: [],
    nextSteps: ['Wir prüfen den Antrag.'],
    draftDays: 30,
  },
  form: {
    schema: { id: 'S1', version: '1.0', name: 'Probe' },
    children,
    codeLists: {},
    rules: [
      {
        id: 'R1',
        legalBasis: [],
        owner: 'G1',
        statements: [{ effect: 'require', target: 'self.F3', condition: { equal: [{ identifier: 'self.F2' }, true] } }],
      },
      {
        id: 'R2',
        legalBasis: [],
        owner: 'G1',
        statements: [{ effect: 'activate', target: 'self.F3', condition: { equal: [{ identifier: 'self.F2' }, true] } }],
      },
    ],
  },
  workflow: { decisions: [{ key: 'bewilligt', label: 'Bewilligt' }] },
  fees: [],
  outputs: [{ key: 'json', format: 'fim-json', fileName: 'antrag.json' }],
  texts: {},
  openItems: [],
};

/** With the digest that belongs to its content, as the store of older packages demands it. */
export function withDigest(pkg: ServicePackage): ServicePackage {
  const content = writeArchive({ ...pkg, digest: undefined as never }).trimEnd();
  return { ...pkg, digest: `sha256:${createHash('sha256').update(content).digest('hex')}` };
}
