import { text, textMap, texts } from './shared-schema.js';

/** `texts/<language>.yaml` */
export const textsSchema = {
  $id: 'https://serviceportal.example/schema/texts-1.json',
  description: 'Texte in einer Sprache',
  type: 'object',
  additionalProperties: false,
  properties: {
    service: {
      type: 'object',
      additionalProperties: false,
      properties: {
        title: text,
        summary: text,
        description: texts,
        audience: texts,
        documents: texts,
        fee: text,
        deadline: text,
        duration: text,
        procedure: texts,
        office: text,
        nextSteps: texts,
        privacy: { type: 'object', additionalProperties: false, minProperties: 1, properties: { purposes: texts, retention: text } },
      },
    },
    pages: { ...textMap, description: 'Überschrift jeder Seite, nach ihrem slug' },
    elements: {
      type: 'object',
      description: 'Texte eines Elements, nach Id (überall) oder Pfad (nur dort)',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: { label: text, help: text, text, codes: textMap, codeHelp: textMap },
      },
    },
    fees: {
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: false, minProperties: 1, properties: { label: text, rows: texts } },
    },
    decisions: textMap,
    coSign: { type: 'object', additionalProperties: false, minProperties: 1, properties: { who: text, declaration: text } },
    declarations: {
      type: 'object',
      description: 'Wortlaut jeder Erklärung und Einwilligung, nach ihrem Schlüssel',
      additionalProperties: { type: 'object', additionalProperties: false, minProperties: 1, properties: { text, withdrawal: text } },
    },
    rules: { ...textMap, description: 'Die Regel als Satz oder Meldung, nach ihrer Id' },
  },
} as const;
