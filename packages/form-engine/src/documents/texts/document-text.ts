import type { Language } from '../../service-package/service-package.js';

const de = {
  application: 'Antrag',
  receipt: 'Quittung',
  receiptTitle: 'Ihr Antrag ist eingegangen',
  reference: 'Vorgangsnummer',
  code: 'Abrufcode',
  service: 'Dienst',
  receivedAt: 'Eingegangen am',
  receivedAtTime: '{date} um {time} Uhr',
  fees: 'Kosten nach diesen Angaben',
  entry: 'Eintrag',
  attachments: 'Anlagen',
  attachment: '{name} ({size})',
  declaration: 'Erklärung beim Absenden',
  replaced: 'Das Zeichen {sign} steht für ein Zeichen, das sich hier nicht darstellen lässt.',
  keep: 'Diese Quittung bestätigt, dass Ihr Antrag vollständig bei uns angekommen ist. Bitte bewahren Sie sie auf.',
  next: 'So geht es weiter',
  status: 'Stand des Antrags',
  statusHelp:
    'Mit Vorgangsnummer und Abrufcode sehen Sie auf unserer Internetseite, wie weit Ihr Antrag ist. Geben Sie den Abrufcode nur an Personen weiter, die den Stand sehen dürfen.',
  questions: 'Fragen?',
  questionsHelp: 'Wenden Sie sich an: {office}. Nennen Sie dabei die Vorgangsnummer.',
  phone: 'Telefon',
  email: 'E-Mail',
  hours: 'Öffnungszeiten',
  page: 'Seite {page} von {pages}',
  consents: 'Einwilligungen',
  declarationGiven: 'Abgegeben',
  declarationOpen: 'Nicht abgegeben (freiwillig)',
  consentGiven: 'Erteilt',
  consentOpen: 'Nicht erteilt',
  declaredAt: '{time}, Sprache: {language}',
  declaredGerman: 'Auf Deutsch: {text}',
  coSignature: 'Zweite Unterschrift',
  signedAt: 'Unterschrieben am',
  signedWith: 'Angemeldet mit',
  supplementAnswer: 'Antwort auf eine Rückfrage',
  supplementWithdrawal: 'Rücknahme eines Antrags',
  supplementAt: 'Nachtrag vom',
  supplementQuestion: 'Frage des Amtes',
  supplementText: 'Antwort',
  supplementWithdrawn: 'Der Antrag wurde zurückgezogen.',
};

type DocumentTexts = typeof de;
export type DocumentTextKey = keyof DocumentTexts;

const en: DocumentTexts = {
  application: 'Application',
  receipt: 'Receipt',
  receiptTitle: 'We have received your application',
  reference: 'Reference number',
  code: 'Retrieval code',
  service: 'Service',
  receivedAt: 'Received on',
  receivedAtTime: '{date} at {time}',
  fees: 'Costs according to these answers',
  entry: 'Entry',
  attachments: 'Attachments',
  attachment: '{name} ({size})',
  declaration: 'Declaration made on submitting',
  replaced: 'The sign {sign} stands for a character that cannot be shown here.',
  keep: 'This receipt confirms that your complete application has reached us. Please keep it.',
  next: 'What happens next',
  status: 'Status of the application',
  statusHelp:
    'With the reference number and the retrieval code you can see on our website how your application stands. Only give the retrieval code to people who may see the status.',
  questions: 'Questions?',
  questionsHelp: 'Please contact: {office}. Have the reference number ready.',
  phone: 'Phone',
  email: 'E-mail',
  hours: 'Opening hours',
  page: 'Page {page} of {pages}',
  consents: 'Consents',
  declarationGiven: 'Made',
  declarationOpen: 'Not made (voluntary)',
  consentGiven: 'Given',
  consentOpen: 'Not given',
  declaredAt: '{time}, language: {language}',
  declaredGerman: 'In German: {text}',
  coSignature: 'Second signature',
  signedWith: 'Signed in with',
  signedAt: 'Signed on',
  supplementAnswer: 'Answer to a question',
  supplementWithdrawal: 'Withdrawal of an application',
  supplementAt: 'Supplement of',
  supplementQuestion: 'Question of the office',
  supplementText: 'Answer',
  supplementWithdrawn: 'The application was withdrawn.',
};

const deSimple: DocumentTexts = {
  ...de,
  receiptTitle: 'Ihr Antrag ist bei uns angekommen',
  receivedAt: 'Angekommen am',
  keep: 'Ihr Antrag ist vollständig bei uns angekommen. Bitte heben Sie dieses Blatt auf.',
  status: 'Wie weit ist mein Antrag?',
  statusHelp:
    'Sie können auf unserer Internetseite sehen, wie weit Ihr Antrag ist. Dafür brauchen Sie die Vorgangsnummer und den Abrufcode. Zeigen Sie den Abrufcode nicht jedem. Wer ihn kennt, kann den Stand sehen.',
  questionsHelp: 'Hier bekommen Sie Hilfe: {office}. Sagen Sie dort Ihre Vorgangs-Nummer.',
};

export const catalogues: Readonly<Record<Language, DocumentTexts>> = { de, en, 'de-simple': deSimple };

/** A text of a document; `{name}` is replaced by the parameter of that name. */
export function documentText(language: Language, key: DocumentTextKey, params: Readonly<Record<string, string | number>> = {}): string {
  return catalogues[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
