import type { FormDefinition } from '../form/form-definition.js';
import type { FormNode } from '../form/form-node.js';
import { field, group } from '../form/form.test-support.js';
import { compilePackage } from './compile-package.js';
import { PackageError } from './package-error.js';
import type { ServicePackage } from './service-package.js';

export const service = 'key: probe\nversion: "1.0.0"\ntitle: Probe\n';

/** A small FIM form: a reason, a person, dogs. */
export const children: readonly FormNode[] = [
  field('F1', { type: 'select', codeList: 'anlass', version: '1.0.0' }),
  group('G1', [field('F2'), field('F3', { min: 0 })]),
  group('G2', [field('F2'), field('F4', { type: 'boolean' })], { max: null }),
];

export const formOfPackage = (nodes: readonly FormNode[] = children): FormDefinition => ({
  schema: { id: 'S1', version: '1.0.0', name: 'Antrag' },
  children: nodes,
  codeLists: { anlass: { codes: [{ code: '001', label: 'Anmeldung' }] } },
  rules: [],
});

/** Compiles a package of these files on the small form; `service.yaml` is there already. */
export const compile = (files: Readonly<Record<string, string>> = {}, form: FormDefinition = formOfPackage()): ServicePackage =>
  compilePackage(new Map(Object.entries({ 'service.yaml': service, ...files })), { form, openItems: [] });

/** The error of something that must fail. */
export function errorOf(attempt: () => unknown): PackageError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof PackageError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
