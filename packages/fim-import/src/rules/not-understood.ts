import { say } from '../language.js';

/** Thrown where understanding of a rule text ends. Caught by `readRuleText`; never leaves the room. */
export class NotUnderstood extends Error {
  /** Offset in the rule text. */
  readonly offset: number;

  /** @param reason in the language of the process */
  constructor(reason: string, offset: number) {
    super(reason);
    this.name = 'NotUnderstood';
    this.offset = offset;
  }
}

/** Thrown where reading costs more than any honest text; unlike `NotUnderstood` it ends the whole rule. */
export class TooComplex extends NotUnderstood {
  constructor(offset: number) {
    super(say({ de: 'Der Text ist zu verschachtelt', en: 'The text is nested too deeply' }), offset);
    this.name = 'TooComplex';
  }
}
