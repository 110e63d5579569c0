import type { resumeDe } from './de.js';

export const resumeDeSimple: Readonly<Record<keyof typeof resumeDe, string>> = {
  'later.title': 'Später weitermachen',
  'later.saved': 'Wir haben Ihre Antworten gespeichert. Sie können in diesem Browser später weitermachen.',
  'later.deletedOn': 'Am {day} löschen wir den Antrag. Ändern Sie vorher etwas? Dann löschen wir den Antrag später.',
  'later.back': 'Zurück zum Antrag',
  'later.reminderHeading': 'Soll Ihr Kalender Sie erinnern?',
  'later.reminderText': 'Wählen Sie einen Tag aus. Sie bekommen dann eine Datei. Ihr Kalender kann die Datei öffnen.',
  'later.deviceHeading': 'Auf einem anderen Gerät weitermachen',
  'later.deviceText':
    'Dafür brauchen Sie einen Code. Mit dem Code kann man Ihren Antrag lesen und ändern. Zeigen Sie den Code deshalb niemandem. Ohne den Code können auch wir Ihre Antworten nicht lesen.',
  'later.make': 'Code zeigen',
  'later.code': 'Ihr Code',
  'later.enter': 'Hier geben Sie den Code ein:',
  'later.keep': 'Sie können den Code benutzen, bis Sie den Antrag senden. Oder bis wir den Antrag löschen.',
  'later.qrHeading': 'Oder mit der Kamera',
  'later.qrText': 'Halten Sie die Kamera vom anderen Gerät auf das Bild. Das geht bis {time} Uhr. Es geht nur ein Mal.',
  'later.qrAlt':
    'Ein Bild für die Kamera. Damit öffnen Sie den Antrag auf einem anderen Gerät. Sie haben keine Kamera? Dann nehmen Sie den Code.',
  'later.newLink': 'Neues Bild machen',
  'later.end': 'Code löschen',
  'takeUp.title': 'Antrag weitermachen',
  'takeUp.intro': 'Schreiben Sie Ihren Code in das Feld. Der Code steht auf Ihrem anderen Gerät bei „Später weitermachen“.',
  'takeUp.code': 'Code',
  'takeUp.hint': 'Der Code hat 24 Zeichen. Zum Beispiel: 7K4F-92QX-… Sie können die Striche weglassen.',
  'takeUp.submit': 'Antrag öffnen',
  'takeUp.linkIntro': 'Wollen Sie den Antrag auf diesem Gerät weitermachen? Benutzen Sie nur Ihr eigenes Gerät.',
  'takeUp.linkSubmit': 'Hier weitermachen',
  'takeUp.failed':
    'Wir finden keinen Antrag. Bitte prüfen Sie jedes Zeichen vom Code. Das Bild für die Kamera geht nur 15 Minuten und nur ein Mal. Vielleicht ist der Antrag schon gesendet oder gelöscht.',
};
