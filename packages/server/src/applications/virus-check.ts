import type { Readable } from 'node:stream';

/** `unscanned`: nobody could say just now. `unscannable`: the scanner takes no file of this size. */
export type Verdict = 'clean' | 'infected' | 'unscanned' | 'unscannable';

/** Looks for malware in an upload before it becomes an answer. */
export interface VirusCheck {
  /** `open` gives the plain bytes. What reading them throws is passed on. */
  check(attachment: string, open: () => Readable): Promise<Verdict>;
}
