/** How the stand-in treats the next streams. `honest` is what clamd does on a good day. */
export const clamdBehaviours = [
  'honest',
  /** Reads and never answers. */
  'slow',
  /** Neither reads nor answers. */
  'deaf',
  /** Breaks the connection while the file is being sent. */
  'cutMidStream',
  /** Reads everything and breaks the connection. */
  'cutBeforeAnswer',
  /** Says half of „stream: OK“ and breaks the connection. */
  'halfAnswer',
  /** Says „stream: OK“ before it has everything. */
  'hasty',
  /** Reports an error of its own. */
  'failing',
  /** Answers as another kind of server would. */
  'nonsense',
  /** Answers without an end. */
  'endless',
] as const;

export type ClamdBehaviour = (typeof clamdBehaviours)[number];
