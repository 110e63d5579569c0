import { conditionDefs, identifierSchema } from './condition-schema.js';
import { key, legalBasis, path, text } from './shared-schema.js';

const rule = {
  type: 'object',
  required: ['id', 'statements'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', description: 'Id der Regel, z. B. R05999000101' },
    version: text,
    name: text,
    text: { ...text, description: 'Die Regel als deutscher Satz; ihn sehen Bürgerinnen und Sachbearbeiter als Begründung' },
    legalBasis,
    owner: { ...path, description: 'Pfad der Gruppe, von der aus self gelesen wird; ohne Angabe: das ganze Formular' },
    statements: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['effect', 'condition'],
        additionalProperties: false,
        properties: {
          effect: { enum: ['require', 'forbid', 'activate', 'valid', 'prefill', 'restrict'] },
          target: identifierSchema,
          condition: { $ref: '#/$defs/condition' },
          message: text,
          value: { $ref: '#/$defs/operand', description: 'Der Wert, mit dem das Ziel beginnt (prefill)' },
          codes: { type: 'array', minItems: 1, items: text, description: 'Die Codes, die wählbar bleiben (restrict)' },
        },
      },
    },
  },
} as const;

const fee = {
  type: 'object',
  required: ['key', 'label', 'period', 'rows'],
  additionalProperties: false,
  properties: {
    key,
    label: text,
    period: { enum: ['once', 'year', 'month'] },
    count: { ...path, description: 'Pfad einer wiederholbaren Gruppe, deren Einträge gezählt werden' },
    legalBasis: text,
    rows: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['label', 'amounts'],
        additionalProperties: false,
        properties: {
          label: text,
          when: { $ref: '#/$defs/condition' },
          amounts: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'string',
              pattern: '^\\d{1,9},\\d{2}$',
              description: 'Betrag in Euro mit zwei Nachkommastellen, in Anführungszeichen: "85,80"',
            },
          },
        },
      },
    },
  },
} as const;

/** `rules.yaml` */
export const rulesSchema = {
  $id: 'https://serviceportal.example/schema/rules-1.json',
  description: 'Regeln über FIM hinaus, und Gebühren',
  type: 'object',
  additionalProperties: false,
  $defs: conditionDefs,
  properties: { rules: { type: 'array', items: rule }, fees: { type: 'array', items: fee } },
} as const;
