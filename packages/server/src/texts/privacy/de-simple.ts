import type { privacyDe } from './de.js';

export const privacyDeSimple: Readonly<Record<keyof typeof privacyDe, string>> = {
  'privacy.title': 'Datenschutz',
  'privacy.intro':
    'Hier lesen Sie: Welche Daten brauchen wir für diesen Antrag? Wofür? Wie lange? Welche Rechte haben Sie? (Art. 13 DSGVO)',
  'privacy.introGeneral': 'Diese Regeln gelten für alle Seiten. Zu jedem Antrag gibt es eigene Hinweise.',
  'privacy.general': 'Allgemeine Hinweise zum Datenschutz',
  'privacy.toService': 'Zur Seite des Dienstes',
  'privacy.missing': 'Diese Information fehlt noch. Bitte fragen Sie uns: {contact}',

  'privacy.controller': 'Wer ist verantwortlich?',
  'privacy.officer': 'Haben Sie Fragen zum Datenschutz?',
  'privacy.officerText': 'Fragen Sie unsere Fach-Person für Datenschutz:',
  'privacy.phone': 'Telefon {phone}',
  'privacy.email': 'E-Mail {email}',

  'privacy.purposes': 'Wofür brauchen wir Ihre Daten?',
  'privacy.grounds': 'Warum dürfen wir das?',
  'privacy.ground.public-task': 'Es ist unsere Aufgabe für alle Menschen hier (Art. 6 Abs. 1 Buchst. e DSGVO).',
  'privacy.ground.legal-obligation': 'Ein Gesetz sagt, dass wir das tun müssen (Art. 6 Abs. 1 Buchst. c DSGVO).',
  'privacy.ground.consent': 'Sie haben Ja gesagt (Art. 6 Abs. 1 Buchst. a DSGVO).',
  'privacy.ground.contract': 'Wir haben einen Vertrag mit Ihnen. Oder wir bereiten ihn vor (Art. 6 Abs. 1 Buchst. b DSGVO).',
  'privacy.legalBasis': 'Diese Gesetze und Regeln gelten:',

  'privacy.data': 'Welche Daten brauchen wir?',
  'privacy.dataIntro': 'Das kann der Antrag fragen. Sie sehen nicht immer alle Fragen. Das hängt von Ihren Antworten ab.',
  'privacy.noData': 'Der Antrag fragt nichts.',
  'privacy.countOne': '1 Frage',
  'privacy.count': '{count} Fragen',
  'privacy.optional': 'freiwillig',
  'privacy.depends': 'hängt von Ihren Antworten ab',
  'privacy.coSigner': 'Zweite Unterschrift',
  'privacy.coSignerName': 'Name der zweiten Person',
  'privacy.coSignerReason': 'Grund, wenn die zweite Person Nein sagt',
  'privacy.coSignerIdentity': 'Ein Zeichen aus den Konten. So wissen wir, dass es zwei Personen sind',
  'privacy.declared': 'Was Sie beim Senden erklären',
  'privacy.account': 'Aus Ihrem Konto „{name}“. Das gilt nur, wenn Sie sich damit anmelden',
  'privacy.accountLevel': 'Wie sicher {name} weiß, wer Sie sind',
  'privacy.mail':
    'Nach dem Senden können Sie uns Ihre E-Mail-Adresse geben. Das müssen Sie nicht. Wir speichern die Adresse verschlüsselt. Sie können die Adresse jederzeit löschen. Wir löschen sie spätestens zusammen mit dem Antrag. Haben Sie die Adresse nicht bestätigt? Dann löschen wir sie nach etwa einem Tag.',
  'privacy.technical':
    'Jedes Gerät hat im Internet eine Nummer: die IP-Adresse. Wir merken uns diese Nummer höchstens 1 Minute. So schützen wir uns vor Angriffen. Wir speichern die Nummer nicht.',

  'privacy.duty': 'Müssen Sie alles ausfüllen?',
  'privacy.dutyText':
    'Manche Fragen müssen Sie beantworten. Sonst können Sie den Antrag nicht absenden. Bei manchen Fragen steht: freiwillig. Diese Felder können leer bleiben. Für den Antrag hier ist das kein Problem.',
  'privacy.noAutomation': 'Dieses Portal entscheidet nicht selbst über Ihren Antrag.',

  'privacy.recipients': 'Wer bekommt Ihre Daten?',
  'privacy.recipientsDraft':
    'Vor dem Absenden: nur Sie. Und die Menschen, denen Sie den Antrag zeigen. Der Antrag ist verschlüsselt. Nur Ihr Browser hat den Schlüssel.',
  'privacy.recipientsStaff': 'Nach dem Absenden: die Menschen in der Verwaltung ({municipality}), die Ihren Antrag bearbeiten.',
  'privacy.recipientsAccount':
    'Wenn Sie sich mit {name} anmelden: {name} erfährt, dass Sie einen Online-Dienst von uns benutzen. Es erfährt nicht, was Sie im Antrag schreiben.',
  'privacy.recipientsMail':
    'Sie geben uns eine E-Mail-Adresse? Dann bekommt sie der E-Mail-Dienst, der für uns sendet (Absender {sender}). Auch Ihr eigener E-Mail-Anbieter sieht unsere E-Mails. Darin stehen die Nummer von Ihrem Antrag, der Name vom Dienst und die Zeit. Ihre Antworten stehen nicht darin.',
  'privacy.kind.http': 'ein anderes Computer-Programm der Verwaltung',
  'privacy.kind.directory': 'Speicher für Dateien',
  'privacy.kind.other': 'ein anderes Computer-Programm',
  'privacy.withoutFiles': '{kind}, ohne Ihre Dateien',
  'privacy.thirdCountries': 'Daten in andere Länder',

  'privacy.storage': 'Wie lange speichern wir Ihre Daten?',
  'privacy.storageDraft': 'Ein Antrag, der noch nicht fertig ist',
  'privacy.storageDraftDays': 'Sie ändern {days} Tage lang nichts? Dann löschen wir den Antrag. Sie können ihn auch selbst löschen.',
  'privacy.storageDraftOneDay': 'Sie ändern einen Tag lang nichts? Dann löschen wir den Antrag. Sie können ihn auch selbst löschen.',
  'privacy.storageSubmitted': 'Ein Antrag, den Sie abgesendet haben',
  'privacy.storageReport': 'Eine Barriere, die Sie gemeldet haben',
  'privacy.storageReportDays': 'Wir löschen die Meldung nach {days} Tagen.',

  'privacy.cookies': 'Welche Cookies gibt es?',
  'privacy.cookiesText':
    'Cookies sind kleine Dateien in Ihrem Browser. Wir nutzen nur Cookies, die nötig sind (§ 25 Abs. 2 Nr. 2 TDDDG). Wir beobachten Sie nicht. Auf unseren Seiten ist nichts von anderen Firmen.',
  'privacy.cookie.visit': 'der Schlüssel zu Ihren Anträgen in diesem Browser ({days} Tage)',
  'privacy.cookie.resume': 'welcher Antrag noch nicht fertig ist ({days} Tage)',
  'privacy.cookie.submitted': 'Ihr letzter Antrag. So können Sie Angaben noch einmal benutzen (bis Sie den Browser schließen)',
  'privacy.cookie.signIn':
    'nur wenn Sie sich mit einem Konto anmelden: damit wir Sie wieder erkennen, wenn Sie zurückkommen (höchstens {minutes} Minuten)',
  'privacy.cookie.language': 'Ihre Sprache ({days} Tage)',
  'privacy.cookie.lookUp': 'Vorgangs-Nummer und Code, wenn Sie nach Ihrem Antrag schauen (bis Sie den Browser schließen)',

  'privacy.rights': 'Welche Rechte haben Sie?',
  'privacy.right.access': 'Sie dürfen fragen: Welche Daten haben Sie von mir? (Art. 15 DSGVO)',
  'privacy.right.correct': 'Daten sind falsch? Dann müssen wir sie ändern (Art. 16 DSGVO).',
  'privacy.right.erase': 'Wir brauchen Daten nicht mehr? Dann können Sie sagen: Bitte löschen (Art. 17 DSGVO).',
  'privacy.right.restrict': 'Sie können sagen: Nutzen Sie meine Daten erst einmal nicht (Art. 18 DSGVO).',
  'privacy.right.portability': 'Sie können Ihre Daten als Datei bekommen (Art. 20 DSGVO).',
  'privacy.right.object': 'Sie können Nein sagen, wenn Sie einen besonderen Grund haben (Art. 21 DSGVO).',
  'privacy.right.consent': 'Sie haben Ja gesagt? Dann können Sie später immer noch Nein sagen (Art. 7 Abs. 3 DSGVO).',
  'privacy.authority': 'Wo können Sie sich beschweren?',
  'privacy.authorityText': 'Sie denken, wir machen etwas falsch mit Ihren Daten? Dann können Sie sich hier beschweren (Art. 77 DSGVO):',
};
