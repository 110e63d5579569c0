const identifier = {
  type: 'string',
  pattern: '^self(\\.[A-Za-z0-9]+)*$',
  description: 'Ein Element, gelesen vom Ort der Regel aus: self.G05….F60…',
} as const;

const reference = { type: 'object', required: ['identifier'], additionalProperties: false, properties: { identifier } } as const;

const dateParts = {
  type: 'object',
  required: ['year'],
  additionalProperties: false,
  properties: { day: identifier, month: identifier, year: identifier },
  description: 'Tag, Monat und Jahr als Zahlenfelder',
} as const;

const age = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: { identifier, date: dateParts },
} as const;

const moved = { type: 'integer', minimum: -100_000, maximum: 100_000 } as const;
const today = {
  type: 'object',
  additionalProperties: false,
  properties: { days: moved, months: moved, years: moved },
  description: 'Der Tag der Auswertung, verschoben um Tage, Monate oder Jahre',
} as const;

const pair = { type: 'array', minItems: 2, maxItems: 2, items: { $ref: '#/$defs/operand' } } as const;

const conditions = { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } } as const;

const some = {
  type: 'object',
  required: ['count', 'of'],
  additionalProperties: false,
  properties: { count: { type: 'integer', minimum: 0 }, of: conditions },
} as const;

/** Shape of `Condition` and `Operand` in `rules/ast.ts`. */
export const conditionDefs = {
  operand: {
    type: ['string', 'number', 'boolean', 'object'],
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: { identifier, count: reference, date: dateParts, age, today },
    description:
      'Ein Wert, {identifier: self.F…}, {count: {identifier: self.G…}}, {age: {identifier: self.F…}}, {today: {}} oder {date: …}',
  },
  condition: {
    type: ['boolean', 'object'],
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: {
      identifier,
      equal: pair,
      not_equal: pair,
      less: pair,
      less_or_equal: pair,
      greater: pair,
      greater_or_equal: pair,
      is_empty: reference,
      not: { $ref: '#/$defs/condition' },
      and: conditions,
      or: conditions,
      xor: conditions,
      at_least: some,
      at_most: some,
      valid_date: { ...dateParts, required: ['day', 'month', 'year'] },
      land: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[A-Z]{2}$', description: 'Kürzel eines Landes, z. B. NW' } },
    },
    description: 'Eine Bedingung: true, false oder genau ein Operator wie equal, and, not',
  },
} as const;

export const identifierSchema = identifier;
