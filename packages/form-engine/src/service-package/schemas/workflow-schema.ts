import { key, text } from './shared-schema.js';

/** `workflow.yaml` */
export const workflowSchema = {
  $id: 'https://serviceportal.example/schema/workflow-1.json',
  description: 'Wer mit unterschreibt, und wie über den Antrag entschieden werden kann',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    coSign: {
      type: 'object',
      required: ['who', 'declaration'],
      additionalProperties: false,
      properties: { who: text, declaration: text, distinctIdentity: { type: 'boolean' } },
    },
    decisions: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['key', 'label'], additionalProperties: false, properties: { key, label: text } },
    },
  },
} as const;
