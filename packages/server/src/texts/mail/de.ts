/** E-mails to citizens. They name no person, no answer and no decision. */
export const mailDe = {
  'confirm.subject': 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
  'confirm.text': `Guten Tag,

bei {municipality} hat jemand diese E-Mail-Adresse für Nachrichten zu einem Online-Antrag angegeben.

Waren Sie das? Dann geben Sie diesen Code ein:

    {code}

Sie haben die Seite dafür noch offen. Sie finden sie auch beim Stand Ihres Antrags:
{statusAddress}
Der Code gilt bis {until}.

Waren Sie das nicht? Dann müssen Sie nichts tun. Ohne den Code bekommen Sie keine Nachrichten zu dem Antrag.
`,
  'received.subject': 'Ihr Antrag ist eingegangen: {reference}',
  'received.text': `Guten Tag,

Ihr Antrag ist bei uns eingegangen.

Dienst: {service}
Vorgangsnummer: {reference}
Eingegangen am: {at}
{next}
Den Stand Ihres Antrags sehen Sie hier:
{statusAddress}
Sie brauchen dafür die Vorgangsnummer und den Abrufcode. Der Abrufcode steht auf Ihrer Quittung. Wir schicken ihn nicht per E-Mail.

Wir schreiben Ihnen wieder, wenn es etwas Neues gibt. Möchten Sie das nicht mehr? Dann entfernen Sie Ihre Adresse auf der Seite mit dem Stand.
`,
  'received.next': 'So geht es weiter:',
  'news.subject': 'Es gibt etwas Neues zu Ihrem Antrag {reference}',
  'news.text': `Guten Tag,

zu Ihrem Antrag mit der Vorgangsnummer {reference} gibt es etwas Neues. Bitte lesen Sie es hier:
{statusAddress}

Sie brauchen dafür die Vorgangsnummer und den Abrufcode. Der Abrufcode steht auf Ihrer Quittung.

Möchten Sie keine E-Mails mehr? Dann entfernen Sie Ihre Adresse auf der Seite mit dem Stand.
`,
  closing: `Freundliche Grüße
{municipality}
{contact}
`,
};
