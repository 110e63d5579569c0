import type { mailDe } from './de.js';

export const mailDeSimple: Readonly<Record<keyof typeof mailDe, string>> = {
  'mail.heading': 'E-Mails zu Ihrem Antrag',
  'mail.intro':
    'Gibt es etwas Neues zu Ihrem Antrag? Dann schreiben wir Ihnen eine E-Mail. Sie müssen das nicht machen. Zuerst schicken wir Ihnen eine Zahl. Mit der Zahl zeigen Sie: Das ist meine Adresse.',
  'mail.address': 'Ihre E-Mail-Adresse',
  'mail.addressHint': 'Zum Beispiel name@beispiel.de',
  'mail.send': 'Zahl schicken',
  'mail.waiting': 'Bitte zeigen Sie noch, dass das Ihre Adresse ist: {address}',
  'mail.toCode': 'Zahl eingeben',
  'mail.confirmed': 'Gibt es etwas Neues? Dann schreiben wir an {address}.',
  'mail.change': 'Adresse löschen',
  'mail.back': 'Zurück',
  'mail.toStatus': 'Wie weit ist mein Antrag?',
  'mail.sent': 'Wir schicken eine Zahl an {address}.',
  'mail.until': 'Die Zahl gilt bis {until}.',
  'mail.code': 'Zahl aus der E-Mail',
  'mail.codeHint': '6 Ziffern. Die E-Mail kommt in ein paar Minuten.',
  'mail.confirm': 'Das ist meine Adresse',
  'mail.noMail': 'Haben Sie keine E-Mail bekommen?',
  'mail.noMailText':
    'Sehen Sie auch im Spam-Ordner nach. Wir können Ihnen eine neue Zahl schicken. Oder Sie schreiben eine andere Adresse auf. Die alte Zahl geht dann nicht mehr.',
  'mail.sendAgain': 'Neue Zahl schicken',
  'mail.otherAddress': 'Andere Adresse aufschreiben',
  'mail.remove': 'Adresse löschen',
  'mail.expired': 'Die Zahl geht nicht mehr. Wir schicken Ihnen gern eine neue.',
  'mail.refused': 'An diese Adresse können wir keine E-Mail schicken. Bitte schreiben Sie eine andere Adresse auf.',
  'mail.invalid': 'Bitte prüfen Sie die E-Mail-Adresse. So sieht eine Adresse aus: name@beispiel.de.',
  'mail.wrong': 'Die Zahl ist falsch. Bitte sehen Sie in die neueste E-Mail.',
  'mail.limited': 'Wir haben Ihnen heute schon viele E-Mails geschickt. Bitte versuchen Sie es morgen noch einmal.',
};
