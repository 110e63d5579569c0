import { assuranceLevels } from '../../prefill/prefilled.js';
import { key, legalBasis, text } from './shared-schema.js';

/** `workflow.yaml` */
export const workflowSchema = {
  $id: 'https://serviceportal.example/schema/workflow-1.json',
  description: 'Was beim Absenden erklärt wird, wer mit unterschreibt, und wie über den Antrag entschieden werden kann',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    identify: {
      type: 'object',
      required: ['required'],
      additionalProperties: false,
      description: 'Ob und wie sicher man sich mit einem Konto anmelden muss',
      properties: { required: { type: 'boolean' }, level: { enum: assuranceLevels } },
    },
    coSign: {
      type: 'object',
      required: ['who', 'declaration'],
      additionalProperties: false,
      properties: { who: text, declaration: text, distinctIdentity: { type: 'boolean' } },
    },
    declarations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['key', 'text'],
        additionalProperties: false,
        properties: {
          key,
          kind: { enum: ['declaration', 'consent'] },
          text,
          required: { type: 'boolean', description: 'Ob der Antrag nur mit dieser Erklärung abgesendet werden kann' },
          withdrawal: { ...text, description: 'Wie die Einwilligung widerrufen werden kann' },
          legalBasis,
        },
        // GDPR, Art. 7: a consent is voluntary, and whoever gives it reads before how to withdraw it.
        if: { required: ['kind'], properties: { kind: { const: 'consent' } } },
        then: {
          required: ['withdrawal'],
          properties: { required: { const: false, description: 'Eine Einwilligung ist immer freiwillig' } },
        },
        else: { properties: { withdrawal: false } },
      },
    },
    decisions: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['key', 'label'], additionalProperties: false, properties: { key, label: text } },
    },
  },
} as const;
