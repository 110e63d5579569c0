import type { Condition } from '@serviceportal/form-engine';
import { readCalendarDateSentence } from './calendar-date-sentence.js';
import { readGeneralRequirement } from './canonical-sentences.js';
import { ClauseReader, type Outcome } from './clauses.js';
import { readCondition, type Topic } from './conditions.js';
import { LaenderOfRule, takeLandHead } from './laender.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleScope } from './rule-scope.js';
import { StatementList } from './statement-list.js';
import { readValiditySentence } from './validity-sentences.js';

/** A condition that was said, with what it was said of: `sonst` is its opposite. */
interface Said {
  readonly condition: Condition;
  readonly outcomes: readonly Outcome[];
}

const ifWords = 'wenn|falls|sofern|sobald|solange';
/** With these a condition begins whose verb stands first: `Ist F1 = Ja, so …`, `Wird in F2 … ausgewählt, …`. */
const invertedVerbs = 'ist|sind|wird|werden|wurde|wurden';

/** Reads sentence after sentence. */
export class RuleTextReader {
  readonly #cursor: RuleCursor;
  readonly #scope: RuleScope;
  readonly #clauses: ClauseReader;
  readonly #topic: Topic = { together: new Set() };
  readonly #laender = new LaenderOfRule();
  readonly #statements: StatementList;
  #said: readonly Said[] = [];

  constructor(cursor: RuleCursor, scope: RuleScope) {
    this.#cursor = cursor;
    this.#scope = scope;
    this.#clauses = new ClauseReader(cursor, scope);
    this.#statements = new StatementList(this.#laender);
  }

  /** Elements of which it is clear which entries are meant. */
  get together(): ReadonlySet<string> {
    return this.#topic.together;
  }

  get statements(): StatementList {
    return this.#statements;
  }

  /** One sentence, with the head that limits it to Länder. */
  readSentence(): void {
    const cursor = this.#cursor;
    const head = takeLandHead(cursor);
    if (head !== undefined) {
      const condition = this.#laender.conditionOf(head);
      if (condition === undefined)
        cursor.fail({ de: 'Es fehlt, welche Länder die anderen sind', en: 'It is not said which Länder the others are' });
      this.#statements.land = condition;
      this.#said = [];
      // `Für RP und ST darf …` holds for its own sentence; with `gilt` it holds until the next head.
    }
    this.#readBody();
    while (cursor.takeMark('.,;')) continue;
  }

  #readBody(): void {
    const cursor = this.#cursor;
    const scope = this.#scope;
    const date = cursor.attempt(() => readCalendarDateSentence(cursor, scope));
    if (date !== undefined) return this.#statements.add([{ deeds: [date], targets: [] }], true);
    const general = cursor.attempt(() => readGeneralRequirement(cursor, () => readCondition(cursor, scope, this.#topic)));
    if (general !== undefined) return this.#statements.addCondition(general);
    const together = cursor.attempt(() => {
      const read = readValiditySentence(cursor, scope);
      return { read, condition: this.#readTrailingCondition() ?? true };
    });
    if (together !== undefined) return this.#statements.add([together.read], together.condition);
    if (cursor.startsWith(() => (cursor.take('nur'), cursor.expect(`${ifWords}|bei`)))) {
      this.#readConditional();
      return;
    }
    if (cursor.startsWith(() => cursor.expect('sonst|ansonsten|andernfalls'))) return this.#readOtherwise(this.#said);
    if (invertedVerbs.split('|').includes(cursor.next.text.toLowerCase())) {
      const inverted = cursor.attempt(() => this.#readConditional());
      if (inverted !== undefined) return;
    }
    this.#readUnconditional();
  }

  /** `Wenn …, dann …, sonst …` */
  #readConditional(): true {
    const cursor = this.#cursor;
    const only = cursor.take('nur');
    if (!cursor.take(ifWords)) cursor.take(invertedVerbs);
    const condition = readCondition(cursor, this.#scope, this.#topic);
    cursor.takeMark(',');
    cursor.take('dann|so');
    cursor.takeMark(':');
    const validity = cursor.attempt(() => readValiditySentence(cursor, this.#scope));
    const read = validity === undefined ? this.#clauses.readAll() : [validity];
    const outcomes = only ? read.map((outcome) => ({ ...outcome, only })) : read;
    this.#statements.add(outcomes, condition);
    const said = { condition, outcomes };
    const inSentence = cursor.attempt(() => {
      cursor.takeMark(',;');
      this.#readOtherwise([said]);
      return true;
    });
    if (inSentence !== true) this.#said = [...this.#said, said];
    return true;
  }

  /** The opposite of what was said about the same elements, or of all conditions where they are others. */
  #readOtherwise(all: readonly Said[]): void {
    const cursor = this.#cursor;
    cursor.expect('sonst|ansonsten|andernfalls');
    cursor.takeMark(',:');
    if (all.length === 0)
      cursor.fail({ de: 'Es fehlt, wovon „sonst“ das Gegenteil ist', en: 'It is not said of what “sonst” is the opposite' });
    const last = this.#clauses.last;
    const outcomes: readonly Outcome[] =
      cursor.attempt(() => {
        cursor.expect('nicht');
        if (!['.', ';', ','].includes(cursor.next.text) && cursor.next.kind !== 'end')
          cursor.fail({ de: 'Ein ganzer Satz', en: 'A whole sentence' });
        return [{ deeds: [{ effect: 'forbid' }], targets: last }];
      }) ??
      cursor.attempt(() => {
        cursor.expect('optional|freiwillig');
        return [];
      }) ??
      this.#clauses.readAll();
    const named = new Set(outcomes.flatMap(({ targets }) => targets.map(({ identifier }) => identifier)));
    const same = all.filter((said) => said.outcomes.some(({ targets }) => targets.some(({ identifier }) => named.has(identifier))));
    const conditions = (same.length > 0 ? same : all).map(({ condition }) => condition);
    const [only, second] = conditions;
    const opposite: Condition = { not: only !== undefined && second === undefined ? only : { or: conditions } };
    this.#statements.add(outcomes, opposite);
    this.#said = [];
  }

  /** `Das Datenfeld F… muss befüllt werden`, `F… ist ein Pflichtfeld, wenn …` */
  #readUnconditional(): void {
    const outcomes = this.#clauses.readAll();
    const condition = this.#readTrailingCondition();
    this.#statements.add(outcomes, condition ?? true);
    if (condition !== undefined) this.#said = [...this.#said, { condition, outcomes }];
  }

  /** `…, wenn F2 = Ja`: a condition that follows belongs to the sentence; one that is not understood takes the sentence with it. */
  #readTrailingCondition(): Condition | undefined {
    const cursor = this.#cursor;
    const follows = cursor.startsWith(() => {
      cursor.takeMark(',');
      cursor.expect(ifWords);
    });
    if (!follows) return undefined;
    cursor.takeMark(',');
    cursor.expect(ifWords);
    const condition = readCondition(cursor, this.#scope, this.#topic);
    const ends = cursor.next.kind === 'end' || ['.', ';'].includes(cursor.next.text);
    const otherwise = (): void => {
      cursor.takeMark(',');
      cursor.expect('sonst|ansonsten|andernfalls');
    };
    if (!ends && !cursor.startsWith(otherwise))
      cursor.reject({ de: 'Erwartet wird das Ende des Satzes', en: 'Expected: the end of the sentence' });
    return condition;
  }
}
