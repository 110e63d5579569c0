/** How the stand-in treats what is to be written next. Questions are always answered honestly. */
export const cmisBehaviours = [
  'honest',
  /** Neither reads nor answers. */
  'slow',
  /** Answers 409 `constraint` with a reason and changes nothing. */
  'refuse',
  /** Answers 503 and changes nothing. */
  'busy',
  /** Breaks the connection while a document is being sent. */
  'cutMidBody',
  /** Does it and never answers. */
  'timeoutAfterCommit',
  /** Does it and breaks the connection. */
  'cutAfterCommit',
  /** Does it and answers 500 `runtime`. */
  'failAfterCommit',
  /** Does it and answers 200 with a page for people. */
  'wrongContentType',
  /** Does it and answers with half a JSON. */
  'garbage',
  /** Does it and sends the answer twice. */
  'answerTwice',
  /** Confirms it and loses it. */
  'loseWrite',
] as const;

export type CmisBehaviour = (typeof cmisBehaviours)[number];

/** What a behaviour does, in the words of the page that switches it. */
export const behaviourLabels: Record<CmisBehaviour, string> = {
  honest: 'Normalbetrieb: legt ab, was kommt, und bestätigt es.',
  slow: 'Liest nicht und antwortet nicht.',
  refuse: 'Lehnt ab, was abgelegt werden soll, und nennt den Grund.',
  busy: 'Meldet Wartungsarbeiten und legt nichts ab.',
  cutMidBody: 'Bricht die Verbindung ab, während ein Dokument übertragen wird.',
  timeoutAfterCommit: 'Legt ab, antwortet aber nie.',
  cutAfterCommit: 'Legt ab und bricht dann die Verbindung ab.',
  failAfterCommit: 'Legt ab und meldet trotzdem einen Fehler.',
  wrongContentType: 'Legt ab und antwortet mit einer Anmeldeseite.',
  garbage: 'Legt ab und schickt eine abgeschnittene Antwort.',
  answerTwice: 'Legt ab und antwortet zweimal.',
  loseWrite: 'Bestätigt und verliert, was abgelegt werden sollte.',
};
