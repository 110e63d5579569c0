import { legalGrounds } from '../service-package.js';
import { key, legalBasis, text, texts } from './shared-schema.js';

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
