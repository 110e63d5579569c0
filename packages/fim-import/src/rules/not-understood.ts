/** Thrown where understanding of a rule text ends. Caught by `readRuleText`; never leaves the room. */
export class NotUnderstood extends Error {
  /** Offset in the rule text. */
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.name = 'NotUnderstood';
    this.offset = offset;
  }
}

/** Thrown where reading costs more than any honest text; unlike `NotUnderstood` it ends the whole rule. */
export class TooComplex extends NotUnderstood {
  constructor(offset: number) {
    super('Der Text ist zu verschachtelt', offset);
    this.name = 'TooComplex';
  }
}
