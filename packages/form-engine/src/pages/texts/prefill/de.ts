/** Values that the person did not type: what is said at the question, before they are taken over, and in lists of answers. */
export const prefillDe = {
  'prefill.identity': 'Aus Ihrem Konto „{name}“ übernommen.',
  'prefill.locked':
    'Aus Ihrem Konto „{name}“ übernommen und dort geprüft (Vertrauensniveau {level}). Deshalb können Sie das hier nicht ändern.',
  'prefill.application': 'Aus Ihrem Antrag „{name}“ übernommen. Bitte prüfen Sie die Angabe.',
  'prefill.link': 'Vorausgefüllt von: {name}. Bitte prüfen Sie die Angabe.',
  'prefill.correct': 'Stimmt nicht?',
  'prefill.row.identity': 'Übernommen aus {name}, nicht geprüft',
  'prefill.row.locked': 'Geprüft durch {name}, Vertrauensniveau {level}',
  'prefill.row.application': 'Übernommen aus dem Antrag „{name}“',
  'prefill.row.link': 'Vorausgefüllt von: {name}',
  'prefill.level.basic': 'einfach',
  'prefill.level.low': 'niedrig',
  'prefill.level.substantial': 'substanziell',
  'prefill.level.high': 'hoch',
  'prefill.offerTitle': 'Angaben übernehmen?',
  'prefill.offerText':
    'In Ihrem Antrag „{name}“ haben Sie diese Angaben zu Ihrer Person gemacht. Sie können sie in den neuen Antrag übernehmen und dort ändern.',
  'prefill.take': 'Angaben übernehmen',
  'prefill.leave': 'Nicht übernehmen',
  'prefill.linkTitle': 'Vorausgefüllter Antrag',
  'prefill.linkText':
    '{name} hat für Sie den Antrag „{service}“ vorbereitet. Einige Angaben sind schon eingetragen. Sie können alle Angaben prüfen und ändern. Abgesendet wird erst, wenn Sie es tun.',
  'prefill.linkDevice': 'Öffnen Sie den Antrag nur, wenn der Link für Sie bestimmt ist.',
  'prefill.linkStart': 'Antrag öffnen',
  'prefill.linkInvalid': 'Dieser Link lässt sich nicht lesen',
  'prefill.linkInvalidText':
    'Der Link ist unvollständig, verändert oder nicht von uns. Öffnen Sie ihn noch einmal genau so, wie Sie ihn bekommen haben. Oder füllen Sie den Antrag ohne Link aus.',
  'prefill.linkExpired': 'Dieser Link ist abgelaufen',
  'prefill.linkExpiredText':
    'Der Link galt bis zum {day}. Sie können den Antrag auch ohne Link ausfüllen. Oder bitten Sie um einen neuen Link: {name}.',
  'prefill.linkWithout': 'Ohne Link ausfüllen: {service}',
  'prefill.linkServices': 'Zu allen Online-Diensten',
  'account.start': 'Mit Konto ausfüllen',
  'account.startWithout': 'Ohne Konto ausfüllen',
  'account.hint': 'Mit {name} müssen Sie einige Angaben nicht selbst eintragen. Sie brauchen kein Konto.',
  'account.demanded': 'Für diesen Antrag müssen Sie sich mit {name} anmelden (Vertrauensniveau {level} oder höher).',
  'account.title': 'Mit Konto ausfüllen',
  'account.text': 'Sie melden sich jetzt bei {name} an. Danach kommen Sie hierher zurück und füllen den Antrag aus.',
  'account.asked': 'Diese Angaben fragen wir dort ab, weil der Antrag sie braucht:',
  'account.nothingElse': 'Andere Angaben aus Ihrem Konto übernehmen wir nicht. Gespeichert wird nur, was im Antrag steht.',
  'account.continue': 'Weiter zu {name}',
  'account.without': 'Ohne Konto ausfüllen',
  'account.back': 'Zurück zum Dienst',
  'account.failed': 'Die Anmeldung hat nicht geklappt',
  'account.denied': 'Sie haben die Anmeldung abgebrochen. Es wurden keine Angaben übernommen.',
  'account.unavailable': '{name} ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal.',
  'account.refused':
    'Die Antwort von {name} ließ sich nicht prüfen, oder Sie haben zu lange gewartet. Es wurden keine Angaben übernommen. Bitte melden Sie sich noch einmal an.',
  'account.tooLow':
    'Diese Anmeldung reicht nicht aus. Nötig ist das Vertrauensniveau {level} oder höher, zum Beispiel mit dem Online-Ausweis.',
  'account.again': 'Noch einmal anmelden',
  'correct.title': 'Eine geprüfte Angabe stimmt nicht?',
  'correct.text':
    '{name} hat diese Angaben geprüft. Darum können Sie sie hier nicht ändern. Lassen Sie eine falsche Angabe bitte dort berichtigen – Name und Anschrift im Ausweis bei Ihrem Bürgerbüro.',
  'correct.unlockText':
    'Sie können die Angaben auch selbst ändern. Dann gelten sie nicht mehr als geprüft. Es kann sein, dass wir Sie um einen Nachweis bitten.',
  'correct.demandedText': 'Für diesen Antrag müssen die Angaben geprüft sein. Wenn Sie nicht weiterkommen, fragen Sie uns bitte.',
  'correct.unlock': 'Angaben selbst ändern',
  'correct.back': 'Zurück zum Antrag',
} as const;
