import { legalGrounds, retentionStates } from '../service-package.js';
import { key, legalBasis, text, texts } from './shared-schema.js';

const count = (most: number) => ({ type: 'integer', minimum: 1, maximum: most }) as const;

const period = {
  type: 'object',
  description: 'Tage (days), Monate (months) oder Jahre (years); mit from: year-end ab dem Ende des Kalenderjahres',
  additionalProperties: false,
  properties: { days: count(3650), months: count(600), years: count(100), from: { const: 'year-end' } },
  oneOf: [{ required: ['days'] }, { required: ['months'] }, { required: ['years'] }],
} as const;

/** `service.yaml` */
export const serviceSchema = {
  $id: 'https://serviceportal.example/schema/service-1.json',
  description: 'Was der Dienst ist: Steckbrief für die Seite des Dienstes',
  type: 'object',
  required: ['key', 'version', 'title'],
  additionalProperties: false,
  properties: {
    key: { ...key, description: `${key.description}. Wird Teil der Adresse und ändert sich nie` },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', description: 'Fassung in drei Teilen, in Anführungszeichen: "1.0.0"' },
    title: text,
    summary: { type: 'string', description: 'Ein oder zwei Sätze: worum es geht' },
    description: { ...texts, description: 'Worum es im Ganzen geht, Absatz für Absatz' },
    audience: { ...texts, description: 'Wer den Antrag stellen kann' },
    documents: { ...texts, description: 'Was man bereithalten soll' },
    fee: { type: 'string', description: 'Was es kostet, in Worten; die Beträge stehen in rules.yaml' },
    deadline: { ...text, description: 'Bis wann der Antrag zu stellen ist, in Worten' },
    duration: { ...text, description: 'Wie lange es dauert, in Worten' },
    procedure: { ...texts, description: 'Wie das Verfahren abläuft, von Anfang an, der Reihe nach' },
    office: { ...text, description: 'Welche Stelle zuständig ist' },
    leika: {
      type: 'array',
      items: { type: 'string', pattern: '^\\d{14}$', description: 'LeiKa-Schlüssel: 14 Ziffern, in Anführungszeichen' },
    },
    legalBasis,
    nextSteps: { ...texts, description: 'Was nach dem Absenden geschieht, der Reihe nach' },
    draftDays: { type: 'integer', minimum: 1, maximum: 365, description: 'Tage, nach denen ein unberührter Entwurf gelöscht wird' },
    retention: {
      type: 'object',
      description:
        'Wie lange ein Antrag nach der letzten Änderung seines Standes bleibt. Was nicht genannt ist, wird nicht von selbst gelöscht',
      additionalProperties: false,
      minProperties: 1,
      properties: Object.fromEntries(retentionStates.map((state) => [state, period])),
    },
    privacy: {
      type: 'object',
      description: 'Was nur der Dienst für die Datenschutzhinweise weiß (Art. 13 DSGVO)',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        purposes: { ...texts, minItems: 1, description: 'Wozu die Angaben gebraucht werden' },
        grounds: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { enum: legalGrounds },
          description:
            'Worauf die Verarbeitung beruht, Art. 6 Abs. 1 DSGVO: public-task (e), legal-obligation (c), consent (a), contract (b)',
        },
        retention: { ...text, description: 'Wie lange ein abgesendeter Antrag gespeichert wird, in Worten' },
      },
    },
  },
} as const;
