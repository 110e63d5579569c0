import type { AttachmentStore } from '../storage/attachment-store.js';
import type { MunicipalityKey } from '../storage/municipality-key.js';
import type { Database } from '../storage/open-database.js';
import type { Clock, Random } from './clock.js';
import type { ImageCheck } from './image-check.js';
import type { Services } from './services.js';
import type { VirusCheck } from './virus-check.js';

/** What the use cases work with. */
export interface Office {
  readonly clock: Clock;
  readonly random: Random;
  readonly database: Database;
  readonly files: AttachmentStore;
  /** Null: this installation has no scanner. */
  readonly virusCheck: VirusCheck | null;
  readonly images: ImageCheck;
  /** Wraps the key of each application. */
  readonly key: MunicipalityKey;
  readonly services: Services;
  /** Two-letter code of the Land, for rules that depend on it. */
  readonly land: string;
  /** Capital letters with which reference numbers begin. */
  readonly referencePrefix: string;
  /** Names of the targets that receive the applications of a service. */
  targetsOf(packageKey: string): readonly string[];
  /** Those of them that also take what comes after the application. */
  supplementTargetsOf(packageKey: string): readonly string[];
  /** Citizens can be told by e-mail. */
  readonly notifies: boolean;
  /** Tells the workers that there is something to hand over or to send. */
  readonly wake: () => void;
}
