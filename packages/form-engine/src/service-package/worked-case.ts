import type { Answers } from '../answers/answers.js';
import type { MessageCode } from '../validation/message.js';

/** A worked case: answers in, what must come out. Lies in `cases/*.yaml` and is run as a test. */
export interface WorkedCase {
  readonly name: string;
  readonly answers: Answers;
  /** Two-letter code of the Land, where rules ask for it. */
  readonly land?: string;
  /** What is not named here is not compared. */
  readonly expect: {
    /** Every fee that is due, in euros with two decimals (`204,00`), by key. */
    readonly fees?: Readonly<Record<string, string>>;
    /** Every message, in any order: the input's name (`G1[0]/F2`) and the code. Empty: the application is complete. */
    readonly messages?: readonly { readonly at: string; readonly code: MessageCode }[];
    /** Addresses of the pages, in order: `hund`, `hund/1`. */
    readonly pages?: readonly string[];
    /** By output key: for JSON the values that it holds (others may stand beside them); for XML and CSV lines that occur. */
    readonly payload?: Readonly<Record<string, unknown>>;
  };
}
