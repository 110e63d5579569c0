import { caseSchema } from './case-schema.js';
import { formSchema } from './form-schema.js';
import { outputsSchema } from './outputs-schema.js';
import { rulesSchema } from './rules-schema.js';
import { serviceSchema } from './service-schema.js';
import { textsSchema } from './texts-schema.js';
import { workflowSchema } from './workflow-schema.js';

/** The JSON Schemas (2020-12) of the files of a package, by kind. */
export const packageSchemas = {
  service: serviceSchema,
  form: formSchema,
  rules: rulesSchema,
  workflow: workflowSchema,
  outputs: outputsSchema,
  texts: textsSchema,
  case: caseSchema,
} as const;
