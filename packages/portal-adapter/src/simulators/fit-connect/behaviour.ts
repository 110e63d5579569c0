/**
 * How the stand-in treats what comes next. `honest` is the only one a real service should know; some of the others no service ever
 * should: they show that the sender does not believe everything.
 */
export const fitConnectBehaviours = [
  'honest',
  /** Neither reads nor answers. */
  'slow',
  /** Answers every announcement with 422 and a reason. */
  'refuse',
  /** Answers 503 with `Retry-After`. */
  'busy',
  /** Breaks the connection while an attachment or a submission is being sent, or an attachment fetched. */
  'cutMidBody',
  /** Takes the submission and never answers. */
  'timeoutAfterCommit',
  /** Takes the submission and breaks the connection. */
  'cutAfterCommit',
  /** Takes the submission and answers 500. */
  'failAfterCommit',
  /** Takes the submission and answers with a page for people. */
  'wrongContentType',
  /** Takes the submission and answers half a JSON. */
  'garbage',
  /** Confirms the submission and loses it. */
  'loseWrite',
  /** Writes every event of a submission twice, and calls back twice. */
  'answerTwice',
  /** Takes no events from subscribers: answers 503. */
  'refuseEvents',
  /** Answers questions for events with a page for people. */
  'garbledLog',
  /** Takes the submission, and signs its events with a key that is not published. */
  'forgedEvent',
  /** Takes the submission, and writes down other authentication tags than those that were sent. */
  'otherTags',
  /** Signs routes with a key that is not published. */
  'forgedRoute',
  /** Hands out a key of 2048 bits for the destination. */
  'weakKey',
] as const;

export type FitConnectBehaviour = (typeof fitConnectBehaviours)[number];

/** What a behaviour does, in the words of the page that switches it. */
export const fitConnectBehaviourLabels: Record<FitConnectBehaviour, string> = {
  honest: 'Normalbetrieb: nimmt Einreichungen an und protokolliert sie.',
  slow: 'Liest nicht und antwortet nicht.',
  refuse: 'Lehnt Ankündigungen mit einer Begründung ab.',
  busy: 'Meldet Wartungsarbeiten und nimmt nichts an.',
  cutMidBody: 'Bricht die Verbindung während der Übertragung ab.',
  timeoutAfterCommit: 'Nimmt die Einreichung an, antwortet aber nie.',
  cutAfterCommit: 'Nimmt die Einreichung an und bricht dann die Verbindung ab.',
  failAfterCommit: 'Nimmt die Einreichung an und meldet trotzdem einen Fehler.',
  wrongContentType: 'Nimmt die Einreichung an und antwortet mit einer Anmeldeseite.',
  garbage: 'Nimmt die Einreichung an und antwortet abgeschnitten.',
  loseWrite: 'Bestätigt die Einreichung und verliert sie.',
  answerTwice: 'Schreibt jedes Ereignis doppelt und meldet es doppelt.',
  refuseEvents: 'Nimmt von Fachämtern keine Entscheidungen an.',
  garbledLog: 'Beantwortet Fragen nach Ereignissen mit einer Anmeldeseite.',
  forgedEvent: 'Nimmt die Einreichung an; die Ereignisse trägt jemand anderes ein.',
  otherTags: 'Nimmt die Einreichung an und protokolliert andere Prüfmarken.',
  forgedRoute: 'Nennt Zustellpunkte, deren Angaben jemand anderes unterschrieben hat.',
  weakKey: 'Gibt für den Zustellpunkt einen zu kurzen Schlüssel heraus.',
};
