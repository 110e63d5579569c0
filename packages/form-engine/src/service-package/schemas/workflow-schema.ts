import { key, text } from './shared-schema.js';

/** `workflow.yaml` */
export const workflowSchema = {
  $id: 'https://serviceportal.example/schema/workflow-1.json',
  description: 'Wie über den Antrag entschieden werden kann',
  type: 'object',
  required: ['decisions'],
  additionalProperties: false,
  properties: {
    decisions: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['key', 'label'], additionalProperties: false, properties: { key, label: text } },
    },
  },
} as const;
