import { text } from './shared-schema.js';

/** `cases/*.yaml` */
export const caseSchema = {
  $id: 'https://serviceportal.example/schema/case-1.json',
  description: 'Ein Beispielfall: Antworten hinein, was herauskommen muss',
  type: 'object',
  required: ['name', 'answers', 'expect'],
  additionalProperties: false,
  properties: {
    name: text,
    land: { type: 'string', pattern: '^[A-Z]{2}$', description: 'Kürzel des Landes, z. B. NW' },
    answers: { type: 'object', description: 'Antworten, verschachtelt nach Id wie das Formular' },
    expect: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: {
        fees: {
          type: 'object',
          additionalProperties: {
            type: 'string',
            pattern: '^\\d{1,9},\\d{2}$',
            description: 'Betrag in Euro, in Anführungszeichen: "85,80"',
          },
        },
        messages: {
          type: 'array',
          items: { type: 'object', required: ['at', 'code'], additionalProperties: false, properties: { at: text, code: text } },
        },
        pages: { type: 'array', items: text },
        payload: { type: 'object' },
      },
    },
  },
} as const;
