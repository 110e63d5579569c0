export const text = { type: 'string', minLength: 1, description: 'Ein Text, nicht leer' } as const;

export const texts = { type: 'array', items: text } as const;

export const key = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,60}$',
  description: 'Ein Schlüssel: Kleinbuchstaben, Ziffern und Bindestriche, mit einem Buchstaben am Anfang',
} as const;

export const path = {
  type: 'string',
  pattern: '^[A-Za-z0-9]+(/[A-Za-z0-9]+)*$',
  description: 'Id oder Pfad eines Elements, z. B. F60000000227 oder G60000000086/F60000000243',
} as const;

export const legalBasis = {
  type: 'array',
  items: {
    type: 'object',
    required: ['text'],
    additionalProperties: false,
    properties: { text, link: { type: 'string', pattern: '^https?://', description: 'Adresse der Norm, mit http:// oder https://' } },
  },
} as const;

export const fileName = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$',
  description: 'Ein Dateiname aus Buchstaben, Ziffern, Punkt, Bindestrich, Unterstrich',
} as const;

/** A map from something to a text. */
export const textMap = { type: 'object', additionalProperties: text } as const;

export const widgets = ['email', 'tel', 'iban', 'bic', 'tax-id', 'postcode', 'textarea', 'radios', 'dropdown'] as const;
