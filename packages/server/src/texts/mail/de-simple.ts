import type { mailDe } from './de.js';

export const mailDeSimple: Readonly<Record<keyof typeof mailDe, string>> = {
  'confirm.subject': 'Ist das Ihre E-Mail-Adresse?',
  'confirm.text': `Guten Tag,

jemand hat bei {municipality} einen Antrag gestellt. Dabei hat die Person diese E-Mail-Adresse genannt.

Waren Sie das? Dann geben Sie diese Zahl ein:

    {code}

Die Seite dafür ist bei Ihnen noch offen. Sie finden die Seite auch hier:
{statusAddress}
Die Zahl gilt bis {until}.

Waren Sie das nicht? Dann müssen Sie nichts tun. Sie bekommen dann keine Nachrichten zu dem Antrag.
`,
  'received.subject': 'Ihr Antrag ist angekommen: {reference}',
  'received.text': `Guten Tag,

Ihr Antrag ist bei uns angekommen.

Dienst: {service}
Vorgangsnummer: {reference}
Angekommen am: {at}
{next}
Hier sehen Sie, wie weit Ihr Antrag ist:
{statusAddress}
Sie brauchen dafür die Vorgangsnummer und den Abrufcode. Der Abrufcode steht auf Ihrer Quittung. Wir schicken den Abrufcode nicht per E-Mail.

Wir schreiben Ihnen, wenn es etwas Neues gibt. Wollen Sie das nicht mehr? Dann löschen Sie Ihre Adresse auf der Seite.
`,
  'received.next': 'So geht es weiter:',
  'news.subject': 'Etwas Neues zu Ihrem Antrag {reference}',
  'news.text': `Guten Tag,

es gibt etwas Neues zu Ihrem Antrag. Ihre Vorgangsnummer ist {reference}. Lesen Sie hier, was neu ist:
{statusAddress}

Sie brauchen dafür die Vorgangsnummer und den Abrufcode. Der Abrufcode steht auf Ihrer Quittung.

Wollen Sie keine E-Mails mehr? Dann löschen Sie Ihre Adresse auf der Seite.
`,
  closing: `Freundliche Grüße
{municipality}
{contact}
`,
};
