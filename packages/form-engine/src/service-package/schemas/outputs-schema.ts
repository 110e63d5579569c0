import { fileName, key, path, text } from './shared-schema.js';

const column = {
  type: 'object',
  required: ['name'],
  minProperties: 2,
  maxProperties: 3,
  additionalProperties: false,
  properties: {
    name: text,
    from: {
      type: 'string',
      pattern: '^[A-Za-z0-9]+(/[A-Za-z0-9]+)*$',
      description: 'Pfad eines Feldes ab der obersten Ebene, oder ab dem Eintrag mit self/…',
    },
    as: { const: 'label', description: 'Statt des Codes seine Bezeichnung' },
    constant: { type: 'string' },
    meta: { enum: ['reference', 'submittedAt', 'packageKey', 'packageVersion', 'municipality', 'entryNumber'] },
    fee: key,
    entryFee: key,
    declaration: key,
  },
  description: 'Eine Spalte: ihr Name und genau eine Quelle (from, constant, meta, fee, entryFee oder declaration)',
} as const;

/** `outputs.yaml` */
export const outputsSchema = {
  $id: 'https://serviceportal.example/schema/outputs-1.json',
  description: 'Was übergeben wird, in welcher Form',
  type: 'object',
  required: ['outputs'],
  additionalProperties: false,
  properties: {
    outputs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['key', 'format', 'fileName'],
        additionalProperties: false,
        properties: {
          key,
          format: { enum: ['fim-json', 'fim-xml', 'pdf', 'mapped-json', 'mapped-csv'] },
          fileName,
          forEach: { ...path, description: 'Pfad einer wiederholbaren Gruppe: ein Datensatz für jeden Eintrag' },
          columns: { type: 'array', minItems: 1, items: column },
        },
        if: { properties: { format: { enum: ['mapped-json', 'mapped-csv'] } } },
        then: { required: ['columns'] },
        else: { properties: { columns: false, forEach: false } },
      },
    },
  },
} as const;
