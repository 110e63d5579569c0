/** How the stand-in treats the next messages. */
export const xdomeaBehaviours = [
  'honest',
  /** Confirms the arrival and that the import failed; files nothing. */
  'refuse',
  /** Takes messages only a minute after they came. */
  'slow',
  /** Files the case and confirms nothing. */
  'silent',
  /** Files the case and confirms with half a message. */
  'garbage',
] as const;

export type XdomeaBehaviour = (typeof xdomeaBehaviours)[number];

/** What a behaviour does, in the words of the page that switches it. */
export const behaviourLabels: Record<XdomeaBehaviour, string> = {
  honest: 'Normalbetrieb: legt Vorgänge an und bestätigt Empfang und Import.',
  refuse: 'Bestätigt den Empfang, legt nichts an und nennt den Grund.',
  slow: 'Holt Nachrichten erst nach einer Minute ab.',
  silent: 'Legt Vorgänge an, bestätigt aber nichts.',
  garbage: 'Legt Vorgänge an und schickt abgeschnittene Bestätigungen.',
};
