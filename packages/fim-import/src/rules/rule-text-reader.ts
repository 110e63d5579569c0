import type { Condition } from '@serviceportal/form-engine';
import { readCalendarDateSentence } from './calendar-date-sentence.js';
import { readGeneralRequirement } from './canonical-sentences.js';
import { ClauseReader, type Outcome } from './clauses.js';
import { readCondition, type Topic } from './conditions.js';
import { expectIf, expectOtherwise, takeIf, takeThen, takeUnless } from './heads.js';
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

/** With these a condition begins whose verb stands first: `Ist F1 = Ja, so …`, `Wird in F2 … ausgewählt, …`. */
const invertedVerbs = 'ist|sind|wird|werden|wurde|wurden|hat|enthält|liegt|beträgt';

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
    if (cursor.take('regel') && !cursor.takeMark(':')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
    const head = takeLandHead(cursor);
    if (head !== undefined) {
      const condition = this.#laender.conditionOf(head.laender);
      if (condition === undefined)
        cursor.fail({ de: 'Es fehlt, welche Länder die anderen sind', en: 'It is not said which Länder the others are' });
      this.#statements.land = condition;
      this.#said = [];
    }
    this.#readBody();
    if (head?.lasting === false) this.#statements.land = undefined;
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
    const begins = (): void => {
      cursor.take('nur');
      if (!cursor.take('bei')) expectIf(cursor);
    };
    if (cursor.startsWith(begins)) {
      this.#readConditional();
      return;
    }
    if (cursor.startsWith(() => expectOtherwise(cursor))) return this.#readOtherwise(this.#said);
    if (invertedVerbs.split('|').includes(cursor.next.text.toLowerCase())) {
      const inverted = cursor.attempt(() => this.#readConditional());
      if (inverted !== undefined) return;
    }
    if (cursor.attempt(() => this.#readImplication()) !== undefined) return;
    this.#readUnconditional();
  }

  /** `F1 = Ja => F2 ist ein Pflichtfeld`: the arrow makes a condition of what stands before it. */
  #readImplication(): true {
    const cursor = this.#cursor;
    const arrow = /->|→|⇒|=>/u;
    const ahead = cursor.text.slice(cursor.next.start).split(/[.;\n]/u, 1)[0] ?? '';
    if (!arrow.test(ahead)) cursor.fail({ de: 'Kein Pfeil', en: 'No arrow' });
    const condition = readCondition(cursor, this.#scope, this.#topic);
    if (cursor.takePattern(arrow) === undefined) cursor.fail({ de: 'Kein Pfeil', en: 'No arrow' });
    this.#readConsequence(condition, false);
    return true;
  }

  /** `Wenn …, dann …, sonst …` */
  #readConditional(): true {
    const cursor = this.#cursor;
    const only = cursor.take('nur');
    if (!takeIf(cursor)) cursor.take(invertedVerbs);
    this.#readConsequence(readCondition(cursor, this.#scope, this.#topic), only);
    return true;
  }

  /** `dann …, sonst …` */
  #readConsequence(condition: Condition, only: boolean): void {
    const cursor = this.#cursor;
    takeThen(cursor);
    const validity = cursor.attempt(() => readValiditySentence(cursor, this.#scope));
    const read = validity === undefined ? this.#clauses.readAll() : [validity];
    const outcomes = only ? read.map((outcome) => ({ ...outcome, only })) : read;
    const except = cursor.attempt(() => {
      cursor.takeMark(',');
      if (!takeUnless(cursor)) cursor.fail({ de: 'Keine Ausnahme', en: 'No exception' });
      return readCondition(cursor, this.#scope, this.#topic);
    });
    if (except !== undefined && cursor.startsWith(() => (cursor.takeMark(',;.'), expectOtherwise(cursor)))) {
      cursor.reject({ de: 'Es ist nicht klar, wovon „sonst“ das Gegenteil ist', en: 'It is not clear of what “sonst” is the opposite' });
    }
    this.#statements.add(outcomes, except === undefined ? condition : { and: [condition, { not: except }] });
    const said = { condition, outcomes };
    if (cursor.take('und', 'umgekehrt')) this.#addConverse(said);
    const inSentence = cursor.attempt(() => {
      cursor.takeMark(',;');
      this.#readOtherwise([said]);
      return true;
    });
    if (inSentence !== true) this.#said = [...this.#said, said];
  }

  /** `und umgekehrt`: what makes one of two elements required makes the other required. Of other sentences it is not clear what it turns round. */
  #addConverse({ condition, outcomes }: Said): void {
    const empty = typeof condition === 'object' && 'is_empty' in condition;
    const inner = typeof condition === 'object' && 'not' in condition ? condition.not : condition;
    const [outcome, second] = outcomes;
    const [target, more] = outcome?.targets ?? [];
    const subject = typeof inner === 'object' && 'is_empty' in inner ? this.#scope.elementOf(inner.is_empty.identifier) : undefined;
    const asks = outcome?.deeds.every(({ effect }) => effect === 'require');
    if (subject === undefined || target === undefined || second !== undefined || more !== undefined || asks !== true) {
      return this.#cursor.reject({ de: 'Es ist nicht klar, was „umgekehrt“ heißt', en: 'It is not clear what “umgekehrt” means' });
    }
    const other: Condition = { is_empty: { identifier: target.identifier } };
    this.#statements.add([{ deeds: [{ effect: 'require' }], targets: [subject] }], empty ? other : { not: other });
  }

  /** The opposite of what was said about the same elements, or of all conditions where they are others. */
  #readOtherwise(all: readonly Said[]): void {
    const cursor = this.#cursor;
    expectOtherwise(cursor);
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
      cursor.attempt(() => {
        cursor.expect('pflicht|pflichtfeld|verpflichtend');
        return [{ deeds: [{ effect: 'require' }], targets: last }];
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
    const comma = cursor.offset;
    cursor.takeMark(',');
    const unless = takeUnless(cursor);
    if (!unless && !takeIf(cursor)) {
      cursor.moveBack(comma);
      return undefined;
    }
    const condition = readCondition(cursor, this.#scope, this.#topic);
    const ends = cursor.next.kind === 'end' || ['.', ';'].includes(cursor.next.text);
    const otherwise = (): void => {
      cursor.takeMark(',');
      expectOtherwise(cursor);
    };
    if (!ends && !cursor.startsWith(otherwise))
      cursor.reject({ de: 'Erwartet wird das Ende des Satzes', en: 'Expected: the end of the sentence' });
    return unless ? { not: condition } : condition;
  }
}
