import type { Behaviour } from './behaviour.js';

/** What a behaviour does, in the words of the page that switches it. */
export const behaviourLabels: Record<Behaviour, string> = {
  honest: 'Normalbetrieb: nimmt Fälle an und bestätigt sie.',
  slow: 'Liest nicht und antwortet nicht.',
  hang: 'Hängt eine Weile und antwortet erst dann.',
  refuse: 'Lehnt Fälle mit einer Begründung ab.',
  busy: 'Meldet Wartungsarbeiten und nimmt nichts an.',
  cutMidBody: 'Bricht die Verbindung während der Übertragung ab.',
  timeoutAfterCommit: 'Nimmt den Fall an, antwortet aber nie.',
  cutAfterCommit: 'Nimmt den Fall an und bricht dann die Verbindung ab.',
  failAfterCommit: 'Nimmt den Fall an und meldet trotzdem einen Fehler.',
  wrongContentType: 'Nimmt den Fall an und antwortet mit einer Anmeldeseite.',
  garbage: 'Nimmt den Fall an und schickt eine abgeschnittene Bestätigung.',
  answerTwice: 'Nimmt den Fall an und bestätigt ihn zweimal.',
  loseWrite: 'Bestätigt den Fall und verliert ihn.',
  numberLater: 'Nimmt den Fall an, vergibt aber noch keine Fallnummer.',
  garbleStatus: 'Meldet Unsinn zurück, wenn das Portal nach dem Stand fragt.',
};
