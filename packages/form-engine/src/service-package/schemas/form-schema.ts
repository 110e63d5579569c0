import { personAttributes } from '../../prefill/person-attribute.js';
import { key, legalBasis, path, text, textMap, widgets } from './shared-schema.js';

const fieldTypes = ['text', 'date', 'time', 'datetime', 'boolean', 'integer', 'number', 'currency', 'select', 'file'] as const;
const isoDate = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Datum als JJJJ-MM-TT' } as const;
const size = { type: 'integer', minimum: 0 } as const;
const initial = { type: ['string', 'number', 'boolean'], description: 'Anfangswert' } as const;

const constraints = {
  type: 'object',
  additionalProperties: false,
  properties: {
    minLength: size,
    maxLength: size,
    pattern: text,
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    earliest: isoDate,
    latest: isoDate,
    maxSize: { ...size, description: 'Größte Datei, in Bytes' },
    mediaTypes: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', pattern: '^[\\w.+-]+/[\\w.+-]+$', description: 'Medientyp, z. B. application/pdf' },
    },
  },
} as const;

const node = {
  type: 'object',
  required: ['id', 'label'],
  additionalProperties: false,
  properties: {
    kind: { enum: ['field', 'note', 'group'] },
    id: {
      type: 'string',
      pattern: '^[FG]\\d{2}999\\d{6}$',
      description: 'Id einer kommunalen Ergänzung: F oder G, zwei Ziffern für das Land, 999, sechs Ziffern – z. B. F05999000101',
    },
    label: text,
    help: text,
    min: { type: 'integer', minimum: 0 },
    max: { type: ['integer', 'null'], minimum: 1 },
    legalBasis,
    type: { enum: fieldTypes },
    constraints,
    codes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['code', 'label'],
        additionalProperties: false,
        properties: { code: text, label: text, help: text },
      },
    },
    widget: { enum: widgets },
    autocomplete: text,
    initial,
    text,
    children: { type: 'array', minItems: 1, items: { $ref: '#/$defs/node' } },
  },
} as const;

const each = { enum: ['question'], description: 'question: jede Frage auf einer eigenen Seite' } as const;

/** `form.yaml` */
export const formSchema = {
  $id: 'https://serviceportal.example/schema/form-1.json',
  description: 'Was vom FIM-Schema abweicht: Seiten, Reihenfolge, Beschriftungen, ergänzte und verborgene Felder',
  type: 'object',
  additionalProperties: false,
  $defs: { node },
  properties: {
    pages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['slug', 'title', 'elements'],
        additionalProperties: false,
        properties: { slug: key, title: text, elements: { type: 'array', minItems: 1, items: path }, each },
      },
    },
    each,
    labels: textMap,
    help: textMap,
    widgets: { type: 'object', additionalProperties: { enum: widgets } },
    autocomplete: textMap,
    initial: { type: 'object', additionalProperties: initial },
    prefill: {
      type: 'object',
      additionalProperties: { enum: [...personAttributes, 'applicant', 'none'] },
      description: 'Was ein Feld über die antragstellende Person fragt; bei Gruppen applicant',
    },
    hide: { type: 'array', items: path },
    order: { type: 'object', additionalProperties: { type: 'array', minItems: 1, items: path } },
    add: {
      type: 'array',
      items: {
        type: 'object',
        required: ['element'],
        additionalProperties: false,
        properties: { under: path, after: path, element: { $ref: '#/$defs/node' } },
      },
    },
  },
} as const;
