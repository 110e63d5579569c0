import type { prefillDe } from './de.js';

export const prefillDeSimple: Readonly<Record<keyof typeof prefillDe, string>> = {
  'prefill.identity': 'Das kommt aus Ihrem Konto „{name}“.',
  'prefill.locked':
    'Das kommt aus Ihrem Konto „{name}“. Dort ist es geprüft. Die Sicherheit ist: {level}. Darum können Sie es hier nicht ändern.',
  'prefill.application': 'Das kommt aus Ihrem Antrag „{name}“. Bitte prüfen Sie: Stimmt das?',
  'prefill.link': 'Das hat für Sie eingetragen: {name}. Bitte prüfen Sie: Stimmt das?',
  'prefill.correct': 'Das stimmt nicht?',
  'prefill.row.identity': 'Aus {name}, nicht geprüft',
  'prefill.row.locked': 'Geprüft von {name}, Sicherheit: {level}',
  'prefill.row.application': 'Aus dem Antrag „{name}“',
  'prefill.row.link': 'Eingetragen von: {name}',
  'prefill.level.basic': 'einfach',
  'prefill.level.low': 'niedrig',
  'prefill.level.substantial': 'mittel (substanziell)',
  'prefill.level.high': 'hoch',
  'prefill.offerTitle': 'Wollen Sie Ihre Angaben noch einmal benutzen?',
  'prefill.offerText':
    'Das haben Sie im Antrag „{name}“ über sich geschrieben. Wir können es in den neuen Antrag schreiben. Sie können es dort ändern.',
  'prefill.take': 'Ja, Angaben benutzen',
  'prefill.leave': 'Nein, nicht benutzen',
  'prefill.linkTitle': 'Ein Antrag für Sie',
  'prefill.linkText':
    '{name} hat den Antrag „{service}“ für Sie vorbereitet. Manches ist schon eingetragen. Sie können alles prüfen und ändern. Erst Sie senden den Antrag ab.',
  'prefill.linkDevice': 'Öffnen Sie den Antrag nur, wenn der Link für Sie ist.',
  'prefill.linkStart': 'Antrag öffnen',
  'prefill.linkInvalid': 'Wir können diesen Link nicht lesen',
  'prefill.linkInvalidText':
    'Der Link ist nicht vollständig. Oder jemand hat ihn geändert. Oder er ist nicht von uns. Öffnen Sie den Link noch einmal. Oder füllen Sie den Antrag ohne Link aus.',
  'prefill.linkExpired': 'Dieser Link ist zu alt',
  'prefill.linkExpiredText':
    'Der Link hat bis zum {day} gegolten. Sie können den Antrag ohne Link ausfüllen. Oder fragen Sie nach einem neuen Link: {name}.',
  'prefill.linkWithout': 'Ohne Link ausfüllen: {service}',
  'prefill.linkServices': 'Zu allen Online-Diensten',
  'account.start': 'Mit Konto ausfüllen',
  'account.startWithout': 'Ohne Konto ausfüllen',
  'account.hint': 'Mit {name} müssen Sie weniger ausfüllen. Sie brauchen aber kein Konto.',
  'account.demanded': 'Für diesen Antrag müssen Sie sich mit {name} anmelden. Die Sicherheit muss mindestens sein: {level}.',
  'account.title': 'Mit Konto ausfüllen',
  'account.text': 'Sie melden sich jetzt bei {name} an. Danach kommen Sie hierher zurück. Dann füllen Sie den Antrag aus.',
  'account.asked': 'Das fragen wir dort. Der Antrag braucht es:',
  'account.nothingElse': 'Mehr nehmen wir nicht aus Ihrem Konto. Wir speichern nur, was im Antrag steht.',
  'account.continue': 'Weiter zu {name}',
  'account.without': 'Ohne Konto ausfüllen',
  'account.back': 'Zurück zum Dienst',
  'account.failed': 'Die Anmeldung hat nicht geklappt',
  'account.denied': 'Sie haben die Anmeldung abgebrochen. Wir haben nichts eingetragen.',
  'account.unavailable': '{name} geht gerade nicht. Bitte versuchen Sie es später noch einmal.',
  'account.refused':
    'Wir konnten die Antwort von {name} nicht prüfen. Oder es hat zu lange gedauert. Wir haben nichts eingetragen. Bitte melden Sie sich noch einmal an.',
  'account.tooLow':
    'Diese Anmeldung reicht nicht. Die Sicherheit muss mindestens sein: {level}. Das geht zum Beispiel mit dem Online-Ausweis.',
  'account.again': 'Noch einmal anmelden',
  'correct.title': 'Eine geprüfte Angabe stimmt nicht?',
  'correct.text':
    '{name} hat diese Angaben geprüft. Darum können Sie sie hier nicht ändern. Ist etwas falsch? Lassen Sie es dort ändern. Name und Adresse im Ausweis ändert Ihr Bürgerbüro.',
  'correct.unlockText':
    'Sie können die Angaben auch selbst ändern. Dann sind sie nicht mehr geprüft. Vielleicht brauchen wir dann einen Nachweis.',
  'correct.demandedText': 'Für diesen Antrag müssen die Angaben geprüft sein. Kommen Sie nicht weiter? Dann fragen Sie uns bitte.',
  'correct.unlock': 'Angaben selbst ändern',
  'correct.back': 'Zurück zum Antrag',
};
