import type { accessibilityDe } from './de.js';

export const accessibilityDeSimple: Readonly<Record<keyof typeof accessibilityDe, string>> = {
  'accessibility.title': 'Barrierefreiheit',
  'accessibility.intro':
    '{municipality} möchte: Alle Menschen sollen diese Seiten benutzen können. Das steht auch in Gesetzen (Richtlinie (EU) 2016/2102). Dieser Text gilt für alle Seiten hier.',
  'accessibility.status': 'Wie barrierefrei sind die Seiten?',
  'accessibility.status.full': 'Die Seiten erfüllen alle Regeln.',
  'accessibility.status.partial': 'Die Seiten erfüllen die meisten Regeln. Was noch nicht geht, lesen Sie unten.',
  'accessibility.status.none': 'Die Seiten erfüllen die Regeln noch nicht. Warum, lesen Sie unten.',
  'accessibility.law': 'Das Gesetz heißt: {law}',
  'accessibility.limits': 'Was ist noch nicht barrierefrei?',
  'accessibility.incompatible': 'Das geht noch nicht:',
  'accessibility.disproportionate': 'Das wäre zu schwer oder zu teuer:',
  'accessibility.out-of-scope': 'Dafür gelten die Regeln nicht:',
  'accessibility.alternative': 'Das hilft: {text}',
  'accessibility.prepared': 'Wann haben wir das geschrieben?',
  'accessibility.preparedOn': 'Diesen Text haben wir am {day} geschrieben.',
  'accessibility.reviewedOn': 'Am {day} haben wir den Text geprüft.',
  'accessibility.feedback': 'Haben Sie ein Problem?',
  'accessibility.feedbackText':
    'Können Sie etwas nicht lesen oder nicht bedienen? Dann schreiben Sie uns mit dem Formular. Oder melden Sie sich hier:',
  'accessibility.report': 'Problem melden',
  'accessibility.enforcement': 'Sie sind mit unserer Antwort nicht zufrieden?',
  'accessibility.enforcementText': 'Oder Sie bekommen keine Antwort? Dann hilft Ihnen diese Stelle:',
  'accessibility.missing': 'Diese Information fehlt noch. Bitte fragen Sie uns: {contact}',
};
