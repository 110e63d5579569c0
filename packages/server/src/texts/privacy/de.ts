/** The privacy notice. German: the reference. */
export const privacyDe = {
  'privacy.title': 'Datenschutzhinweise',
  'privacy.intro':
    'Hier steht, welche Daten wir bei diesem Antrag verarbeiten, wozu, wie lange und welche Rechte Sie haben (Art. 13 DSGVO).',
  'privacy.introGeneral':
    'Hier steht, was beim Besuch dieser Seiten gilt. Was für einen Antrag gilt, steht in den Datenschutzhinweisen des Dienstes.',
  'privacy.general': 'Allgemeine Datenschutzhinweise',
  'privacy.toService': 'Zur Seite des Dienstes',
  'privacy.missing': 'Diese Angabe fehlt noch. Bitte fragen Sie bei uns nach: {contact}',

  'privacy.controller': 'Wer ist verantwortlich?',
  'privacy.officer': 'An wen wenden Sie sich mit Fragen zum Datenschutz?',
  'privacy.officerText': 'Unsere behördliche Datenschutzbeauftragte oder unseren behördlichen Datenschutzbeauftragten erreichen Sie hier:',
  'privacy.phone': 'Telefon {phone}',
  'privacy.email': 'E-Mail {email}',

  'privacy.purposes': 'Wozu brauchen wir Ihre Daten?',
  'privacy.grounds': 'Auf welcher Rechtsgrundlage?',
  'privacy.ground.public-task': 'Wir erfüllen eine Aufgabe im öffentlichen Interesse (Art. 6 Abs. 1 Buchst. e DSGVO).',
  'privacy.ground.legal-obligation': 'Wir erfüllen eine rechtliche Verpflichtung (Art. 6 Abs. 1 Buchst. c DSGVO).',
  'privacy.ground.consent': 'Sie haben eingewilligt (Art. 6 Abs. 1 Buchst. a DSGVO).',
  'privacy.ground.contract': 'Wir erfüllen einen Vertrag mit Ihnen oder bereiten ihn vor (Art. 6 Abs. 1 Buchst. b DSGVO).',
  'privacy.legalBasis': 'Diese Vorschriften gelten dafür:',

  'privacy.data': 'Welche Daten verarbeiten wir?',
  'privacy.dataIntro': 'Nach diesen Angaben kann der Antrag fragen. Welche Fragen Sie sehen, hängt von Ihren Antworten ab.',
  'privacy.noData': 'Der Antrag fragt nach keinen Angaben.',
  'privacy.countOne': '1 Angabe',
  'privacy.count': '{count} Angaben',
  'privacy.optional': 'freiwillig',
  'privacy.depends': 'je nach Ihren Antworten',
  'privacy.coSigner': 'Zweite Unterschrift',
  'privacy.coSignerName': 'Name der zweiten Person',
  'privacy.coSignerReason': 'Grund, wenn die zweite Person ablehnt',
  'privacy.coSignerIdentity': 'Kennzeichen, an dem wir zwei Personen unterscheiden, aus deren Konten',
  'privacy.declared': 'Erklärungen und Einwilligungen beim Absenden',
  'privacy.account': 'Aus Ihrem Konto „{name}“, nur wenn Sie sich damit anmelden',
  'privacy.accountLevel': 'Wie sicher {name} weiß, wer Sie sind (Vertrauensniveau)',
  'privacy.mail':
    'Nach dem Absenden können Sie freiwillig eine E-Mail-Adresse für Nachrichten angeben. Wir speichern sie verschlüsselt und löschen sie, wenn Sie sie beim Stand des Antrags entfernen, spätestens mit dem Antrag. Bestätigen Sie die Adresse nicht, löschen wir sie nach etwa einem Tag.',
  'privacy.technical':
    'Die Adresse Ihres Geräts im Internet (IP-Adresse) zählt dieses Portal höchstens eine Minute lang im Arbeitsspeicher, um Angriffe abzuwehren. Es speichert sie nicht.',

  'privacy.duty': 'Müssen Sie die Angaben machen?',
  'privacy.dutyText':
    'Ohne die Pflichtangaben können Sie den Antrag nicht absenden, und wir können ihn nicht bearbeiten. Was freiwillig ist, steht dabei. Lassen Sie es leer, hat das für den Antrag hier keine Folgen.',
  'privacy.noAutomation': 'Dieses Portal entscheidet nicht selbst über Ihren Antrag.',

  'privacy.recipients': 'Wer erhält Ihre Daten?',
  'privacy.recipientsDraft':
    'Solange Sie den Antrag nicht abgesendet haben: nur Sie, und wem Sie ihn selbst öffnen. Der begonnene Antrag ist verschlüsselt, und den Schlüssel hat Ihr Browser.',
  'privacy.recipientsStaff': 'Nach dem Absenden: die Beschäftigten der Verwaltung ({municipality}), die den Antrag bearbeiten.',
  'privacy.recipientsAccount':
    'Wenn Sie sich mit {name} anmelden: {name} erfährt, dass Sie sich für ein Angebot unserer Verwaltung anmelden. Was Sie im Antrag schreiben, erfährt es nicht.',
  'privacy.recipientsMail':
    'Wenn Sie eine E-Mail-Adresse für Nachrichten angeben: der E-Mail-Dienst, der für uns sendet (Absender {sender}), und Ihr E-Mail-Anbieter. In den E-Mails stehen die Vorgangsnummer, der Name des Dienstes und die Zeit. Ihre Antworten stehen nicht darin.',
  'privacy.kind.http': 'elektronische Übergabe an ein Fachverfahren',
  'privacy.kind.directory': 'Ablage als Dateien',
  'privacy.kind.other': 'elektronische Übergabe',
  'privacy.withoutFiles': '{kind}, ohne Ihre Dateien',
  'privacy.thirdCountries': 'Übermittlung in andere Staaten',

  'privacy.storage': 'Wie lange speichern wir Ihre Daten?',
  'privacy.storageDraft': 'Begonnener Antrag',
  'privacy.storageDraftDays': '{days} Tage nach Ihrer letzten Änderung wird er gelöscht. Sie können ihn jederzeit selbst löschen.',
  'privacy.storageDraftOneDay': 'Einen Tag nach Ihrer letzten Änderung wird er gelöscht. Sie können ihn jederzeit selbst löschen.',
  'privacy.storageSubmitted': 'Abgesendeter Antrag',
  'privacy.storageReport': 'Gemeldete Barriere',
  'privacy.storageReportDays': 'Ihre Meldung wird {days} Tage nach dem Eingang gelöscht.',

  'privacy.cookies': 'Welche Cookies setzen wir?',
  'privacy.cookiesText':
    'Nur Cookies, ohne die der Dienst nicht geht (§ 25 Abs. 2 Nr. 2 TDDDG). Wir werten Ihren Besuch nicht aus und binden nichts von anderen Anbietern ein.',
  'privacy.cookie.visit': 'Schlüssel zu Ihren Anträgen in diesem Browser ({days} Tage)',
  'privacy.cookie.resume': 'welcher begonnene Antrag zu diesem Dienst gehört ({days} Tage)',
  'privacy.cookie.submitted':
    'Ihr zuletzt abgesendeter Antrag, damit Sie Angaben zur Person in den nächsten übernehmen können (bis Sie den Browser schließen)',
  'privacy.cookie.signIn':
    'nur wenn Sie sich mit einem Konto anmelden: Prüfwerte für die Rückkehr von der Anmeldung (höchstens {minutes} Minuten)',
  'privacy.cookie.language': 'gewählte Sprache ({days} Tage)',
  'privacy.cookie.lookUp': 'Vorgangsnummer und Abrufcode, wenn Sie den Stand abfragen (bis Sie den Browser schließen)',

  'privacy.rights': 'Welche Rechte haben Sie?',
  'privacy.right.access': 'Sie können Auskunft über Ihre Daten verlangen (Art. 15 DSGVO).',
  'privacy.right.correct': 'Sie können verlangen, dass wir falsche Daten berichtigen (Art. 16 DSGVO).',
  'privacy.right.erase':
    'Sie können verlangen, dass wir Daten löschen, wenn wir sie nicht mehr brauchen oder nicht mehr verwenden dürfen (Art. 17 DSGVO).',
  'privacy.right.restrict': 'Sie können verlangen, dass wir die Verarbeitung einschränken (Art. 18 DSGVO).',
  'privacy.right.portability': 'Sie können Ihre Daten in einem maschinenlesbaren Format erhalten (Art. 20 DSGVO).',
  'privacy.right.object': 'Sie können aus Gründen, die sich aus Ihrer besonderen Situation ergeben, widersprechen (Art. 21 DSGVO).',
  'privacy.right.consent':
    'Sie können Ihre Einwilligung jederzeit widerrufen. Was vorher geschehen ist, bleibt rechtmäßig (Art. 7 Abs. 3 DSGVO).',
  'privacy.authority': 'Wo können Sie sich beschweren?',
  'privacy.authorityText':
    'Wenn Sie meinen, dass wir Ihre Daten nicht richtig verarbeiten, können Sie sich bei der Aufsichtsbehörde beschweren (Art. 77 DSGVO):',
};
