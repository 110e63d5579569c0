import assert from 'node:assert/strict';
import { DeliveryError } from './delivery.js';
import type { Delivery, DeliveryConnector, Progress, Receipt, StepContext, StepName, StepResult } from './delivery.js';

/** The process ended here; what it had not kept is lost. */
export class ProcessEnded extends Error {}

/** Nobody knows what the step came to, and the counterpart cannot be asked: a person must look. */
export class PersonNeeded extends Error {}

/** Where a hand-over stands, as a journal on a disk has it. */
export interface Journal {
  readonly step: number;
  /** It began and nobody noted its end. */
  readonly unclear: boolean;
  /** Text: what cannot be written down is not there afterwards. */
  readonly progress: string;
  readonly receipt: Receipt | undefined;
}

export interface Going {
  /** Time for all of it. */
  readonly signal: AbortSignal;
  /** The process ends at this instant, counted from 1: before and after every step and every `keep`. */
  readonly endsAt?: number;
}

/** One hand-over that can break off and be taken up again, by the rules that each step states. */
export interface Journey {
  readonly journal: Journal;
  /** Progress as it was after every step and every `keep`, and what `find` is given if the process ends right after the step. */
  readonly kept: readonly { readonly step: StepName; readonly progress: unknown }[];
  /** Goes on from where the journal stands. @throws DeliveryError, ProcessEnded, PersonNeeded; AssertionError: `find` is missing */
  goOn(connector: DeliveryConnector, going: Going): Promise<Receipt>;
  /** What a person decides who sees that the counterpart has nothing. */
  sendAgain(): void;
}

export function beginJourney(delivery: Delivery): Journey {
  let journal: Journal = { step: 0, unclear: false, progress: '{}', receipt: undefined };
  const kept: { step: StepName; progress: unknown }[] = [];

  async function walk(connector: DeliveryConnector, signal: AbortSignal, instant: () => Promise<void>): Promise<Receipt> {
    for (let step = connector.steps[journal.step]; step; step = connector.steps[journal.step]) {
      const { name } = step;
      const write = (progress: Progress): void => {
        kept.push({ step: name, progress });
        journal = { ...journal, progress: JSON.stringify(progress) };
      };
      const context = (): StepContext => ({
        signal,
        progress: JSON.parse(journal.progress) as Progress,
        async keep(progress) {
          await instant();
          write(progress);
          await instant();
        },
      });
      const take = ({ progress, receipt }: StepResult): void => {
        if (progress) write(progress);
        journal = { ...journal, step: journal.step + 1, unclear: false, receipt: receipt ?? journal.receipt };
      };
      if (journal.unclear && step.whenUnclear === 'person') throw new PersonNeeded(name);
      if (journal.unclear && step.whenUnclear === 'ask') {
        assert(step.find, `The step ${name} is to be asked about, and has no find.`);
        const found = await step.find(delivery, context());
        if (found) {
          take(found);
          continue;
        }
      }
      journal = { ...journal, unclear: true };
      await instant();
      const result = await step.run(delivery, context()).catch((error: unknown) => {
        if (error instanceof DeliveryError && error.kind !== 'unclear') journal = { ...journal, unclear: false };
        throw error;
      });
      await instant();
      take(result);
    }
    assert(journal.receipt, 'The last step ended without a receipt.');
    return journal.receipt;
  }

  return {
    get journal() {
      return journal;
    },
    kept,
    sendAgain: () => void (journal = { ...journal, unclear: false }),
    goOn(connector, { signal, endsAt = Number.POSITIVE_INFINITY }) {
      let passed = 0;
      let end!: (reason: ProcessEnded) => void;
      const ended = new Promise<never>((_, reject) => (end = reject));
      const instant = (): Promise<void> => {
        passed += 1;
        if (passed < endsAt) return Promise.resolve();
        end(new ProcessEnded());
        // A dead process does nothing any more, not even tidying up.
        return new Promise(() => undefined);
      };
      return Promise.race([walk(connector, signal, instant), ended]);
    },
  };
}
