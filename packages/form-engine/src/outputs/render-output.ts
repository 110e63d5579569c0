import type { Form } from '../form/form.js';
import type { Evaluation } from '../rules/evaluation.js';
import type { ServicePackage } from '../service-package/service-package.js';
import type { FimOutput, MappedOutput, OutputDefinition } from './output-definition.js';
import type { OutputMeta } from './output-meta.js';
import { fimJson } from './v1/fim-json.js';
import { fimXml } from './v1/fim-xml.js';
import { mappedCsv } from './v1/mapped-csv.js';
import { mappedJson } from './v1/mapped-json.js';
import { mappedRecords } from './v1/mapped-records.js';

/** An output that is text; the PDF of the application is made in `documents/`. */
export type TextOutput = FimOutput | MappedOutput;

/** Media type of each format, as it is handed over. */
export const outputMediaTypes = {
  'fim-json': 'application/json',
  'fim-xml': 'application/xml',
  pdf: 'application/pdf',
  'mapped-json': 'application/json',
  'mapped-csv': 'text/csv',
} as const satisfies Record<OutputDefinition['format'], string>;

export const isTextOutput = (definition: OutputDefinition): definition is TextOutput => definition.format !== 'pdf';

/** Writes one output of an application, as text. Only what is relevant goes out. */
export function renderOutput(definition: TextOutput, pkg: ServicePackage, form: Form, evaluation: Evaluation, meta: OutputMeta): string {
  switch (definition.format) {
    case 'fim-json':
      return fimJson(form, evaluation);
    case 'fim-xml':
      return fimXml(form, evaluation);
    case 'mapped-json':
      return mappedJson(mappedRecords(definition, pkg, form, evaluation, meta), definition.forEach !== undefined);
    case 'mapped-csv': {
      const header = definition.columns.map(({ name }) => name);
      return mappedCsv(header, mappedRecords(definition, pkg, form, evaluation, meta));
    }
  }
}
