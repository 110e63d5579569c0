import type { mailDe } from './de.js';

export const mailEn: Readonly<Record<keyof typeof mailDe, string>> = {
  'confirm.subject': 'Please confirm your e-mail address',
  'confirm.text': `Hello,

somebody gave this e-mail address to {municipality} for messages about an online application.

Was it you? Then enter this code:

    {code}

The page for it is still open. You also find it with the status of your application:
{statusAddress}
The code is valid until {until}.

Was it not you? Then you need not do anything. Without the code you get no messages about the application.
`,
  'received.subject': 'We have received your application: {reference}',
  'received.text': `Hello,

we have received your application.

Service: {service}
Reference number: {reference}
Received on: {at}
{next}
You see the status of your application here:
{statusAddress}
You need the reference number and the retrieval code for that. The retrieval code is on your receipt. We do not send it by e-mail.

We write again when there is something new. You do not want that any more? Then remove your address on the status page.
`,
  'received.next': 'What happens next:',
  'news.subject': 'There is something new about your application {reference}',
  'news.text': `Hello,

there is something new about your application with the reference number {reference}. Please read it here:
{statusAddress}

You need the reference number and the retrieval code for that. The retrieval code is on your receipt.

You do not want e-mails any more? Then remove your address on the status page.
`,
  closing: `Kind regards
{municipality}
{contact}
`,
};
