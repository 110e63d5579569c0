/**
 * How the stand-in treats the next cases. `honest` is the only one a real system should know; the others are what real systems do
 * on bad days. The question by key is answered honestly, unless the behaviour is about the answer.
 */
export const behaviours = [
  'honest',
  /** Neither reads nor answers. */
  'slow',
  /** Reads and answers only after a while, then honestly. */
  'hang',
  /** Answers 422 with a reason and keeps nothing. */
  'refuse',
  /** Answers 503 and keeps nothing. */
  'busy',
  /** Breaks the connection while the case is being sent. */
  'cutMidBody',
  /** Keeps the case and never answers. */
  'timeoutAfterCommit',
  /** Keeps the case and breaks the connection. */
  'cutAfterCommit',
  /** Keeps the case and answers 500. */
  'failAfterCommit',
  /** Keeps the case and answers 200 with a page for people. */
  'wrongContentType',
  /** Keeps the case and answers with half a JSON. */
  'garbage',
  /** Keeps the case and answers twice on the same connection. */
  'answerTwice',
  /** Confirms the case and loses it. */
  'loseWrite',
  /** Keeps the case, answers 202, and names no case number as long as this lasts. */
  'numberLater',
  /** Tells nonsense of what became of a case. */
  'garbleStatus',
] as const;

export type Behaviour = (typeof behaviours)[number];
