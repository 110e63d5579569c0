import type { Answers } from '../answers/answers.js';
import type { FormDefinition } from '../form/form-definition.js';
import { compileForm } from '../form/compile-form.js';
import type { FormNode } from '../form/form-node.js';
import { evaluate } from '../rules/evaluate.js';
import type { FeeTable } from '../decision/fee.js';
import type { ServicePackage } from '../service-package/service-package.js';
import { renderOutput, type TextOutput } from './render-output.js';

const meta = { reference: 'MS-2026-2222-2222-2', submittedAt: '2026-12-24T10:00:00Z', municipality: 'Musterstadt', declared: ['richtig'] };

/** Renders one output of a package that consists of these elements. */
export function render(
  output: TextOutput,
  children: readonly FormNode[],
  answers: Answers,
  more: Partial<FormDefinition> & { readonly fees?: readonly FeeTable[] } = {},
): string {
  const { fees = [], ...rest } = more;
  const definition: FormDefinition = {
    schema: { id: 'S05999000001', version: '1.0.0', name: 'Antrag' },
    children,
    codeLists: {},
    rules: [],
    ...rest,
  };
  const pkg: ServicePackage = {
    format: 'serviceportal/service-package@1',
    key: 'probe',
    version: '1.2.3',
    digest: `sha256:${'0'.repeat(64)}`,
    service: { title: 'Probe', summary: '', audience: [], documents: [], fee: '', leika: [], legalBasis: [], nextSteps: [], draftDays: 30 },
    form: definition,
    workflow: { decisions: [] },
    fees,
    outputs: [output],
    texts: {},
    openItems: [],
  };
  const form = compileForm(definition);
  return renderOutput(output, pkg, form, evaluate(form, answers), meta);
}
