/** The accessibility statement, after the model of Commission Implementing Decision (EU) 2018/1523. */
export const accessibilityDe = {
  'accessibility.title': 'Erklärung zur Barrierefreiheit',
  'accessibility.intro':
    '{municipality} ist bemüht, die Online-Dienste auf diesen Seiten barrierefrei zugänglich zu machen. Grundlage sind die Vorschriften, mit denen die Richtlinie (EU) 2016/2102 umgesetzt ist. Diese Erklärung gilt für alle Seiten dieses Portals.',
  'accessibility.status': 'Stand der Vereinbarkeit mit den Anforderungen',
  'accessibility.status.full': 'Diese Seiten sind mit den Anforderungen vollständig vereinbar.',
  'accessibility.status.partial': 'Diese Seiten sind wegen der folgenden Ausnahmen mit den Anforderungen teilweise vereinbar.',
  'accessibility.status.none': 'Diese Seiten sind mit den Anforderungen nicht vereinbar. Die Gründe stehen im nächsten Abschnitt.',
  'accessibility.law': 'Rechtsvorschrift: {law}',
  'accessibility.limits': 'Nicht barrierefreie Inhalte',
  'accessibility.incompatible': 'Noch nicht vereinbar:',
  'accessibility.disproportionate': 'Wäre eine unverhältnismäßige Belastung:',
  'accessibility.out-of-scope': 'Fällt nicht unter die Vorschriften:',
  'accessibility.alternative': 'Stattdessen: {text}',
  'accessibility.prepared': 'Erstellung dieser Erklärung',
  'accessibility.preparedOn': 'Diese Erklärung wurde am {day} erstellt.',
  'accessibility.reviewedOn': 'Sie wurde zuletzt am {day} überprüft.',
  'accessibility.feedback': 'Barriere melden: Kontakt und Rückmeldung',
  'accessibility.feedbackText':
    'Ist Ihnen etwas aufgefallen, das Sie hindert? Oder brauchen Sie einen Inhalt in einer anderen Form? Schreiben Sie uns mit dem Formular, oder melden Sie sich hier:',
  'accessibility.report': 'Barriere melden',
  'accessibility.enforcement': 'Durchsetzungsverfahren',
  'accessibility.enforcementText':
    'Sind Sie mit unserer Antwort nicht zufrieden, oder bekommen Sie keine? Dann können Sie sich an diese Stelle wenden:',
  'accessibility.missing': 'Diese Angabe fehlt noch. Bitte fragen Sie bei uns nach: {contact}',
};
