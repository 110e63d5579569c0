import type { Outcome } from './clauses.js';
import { activate, type Deed, fillers, forbid, infinitives, mandatory, participles, require } from './deeds.js';
import { type Laender, takeLaenderPhrase } from './laender.js';
import { readPrefill } from './prefill.js';
import { readRequirement, type Verb } from './requirements.js';
import { readRestriction } from './restrictions.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** Nouns for what is entered. */
const answers = 'wert|angabe|angaben|eintrag|einträge|eingabe|eingaben|auswahl';

type Targets = readonly RuleElement[];

const verbs: readonly (readonly [words: string, verb: Verb])[] = [
  ['muss|müssen|müsste|hat|haben', 'must'],
  ['soll|sollen|sollte|sollten', 'should'],
  ['darf|dürfen', 'may'],
  ['kann|können', 'can'],
  ['ist|sind|gilt|bleibt|bleiben|steht|stehen', 'is'],
  ['wird|werden', 'becomes'],
];

/** The part of a clause after its verb: `nicht befüllt werden`, `als Pflichtfeld anzuzeigen`, `mit 002 vorzubefüllen und auszublenden`. */
export class ClausePredicate {
  readonly #cursor: RuleCursor;
  readonly #scope: RuleScope;

  constructor(cursor: RuleCursor, scope: RuleScope) {
    this.#cursor = cursor;
    this.#scope = scope;
  }

  readVerb(): Verb {
    return (
      verbs.find(([words]) => this.#cursor.take(words))?.[1] ?? this.#cursor.fail({ de: 'Erwartet wird ein Verb', en: 'Expected: a verb' })
    );
  }

  /** @param subject what stands before the verb; otherwise `readTargets` reads what stands after it */
  read(verb: Verb, subject: Targets | undefined, readTargets: () => Targets, before: Laender | undefined): readonly Outcome[] {
    const cursor = this.#cursor;
    const outcomes: Outcome[] = [];
    while (subject === undefined && cursor.take('auch|dann|zusätzlich|ebenfalls|zwingend')) continue;
    let targets = subject ?? readTargets();
    let laender = before;
    for (;;) {
      laender = takeLaenderPhrase(cursor) ?? laender;
      const only = this.#takeOnly() || (typeof laender === 'object' && laender.only === true);
      laender = takeLaenderPhrase(cursor) ?? laender;
      const deeds = this.#deeds(verb, targets);
      outcomes.push({ deeds, targets, ...(laender !== undefined && { laender }), ...(only && { only }) });
      const closed = cursor.take('zu', 'sein|werden|lassen') || cursor.take('werden|sein|bleiben|lassen');
      const current = targets;
      const next = cursor.attempt(() => {
        if (!cursor.take('und|sowie')) cursor.expect('und');
        return this.#continued(current, readTargets, closed);
      });
      if (next === undefined) return outcomes;
      targets = next;
    }
  }

  /** After `und`: the same elements (`angezeigt und befüllt werden`), or others under the same verb (`UND B ausgeblendet werden`). */
  #continued(targets: Targets, readTargets: () => Targets, closed: boolean): Targets {
    const cursor = this.#cursor;
    if (closed) return cursor.fail({ de: 'Ein neuer Satz', en: 'A new sentence' });
    const same = cursor.startsWith(() => {
      cursor.take('in', 'der', 'antragsstrecke|antragstrecke');
      cursor.take('nicht');
      cursor.take('zu');
      cursor.expect([...Object.values(participles), ...Object.values(infinitives), mandatory, 'als|zum|zur|vorbefüllt|mit'].join('|'));
    });
    if (same) return targets;
    const others = readTargets();
    cursor.take('ist|sind|wird|werden');
    return others;
  }

  #deeds(verb: Verb, targets: Targets): readonly Deed[] {
    const cursor = this.#cursor;
    while (this.#takeFiller()) continue;
    const [only, second] = targets;
    const single = only !== undefined && second === undefined ? only : undefined;
    const particular = cursor.attempt(() =>
      this.#particular(verb, single ?? cursor.fail({ de: 'Mehrere Elemente', en: 'Several elements' })),
    );
    if (particular !== undefined) return particular;
    cursor.take('in', 'der', 'antragsstrecke|antragstrecke');
    return this.#plain(verb);
  }

  /** A word that adds nothing; `verpflichtend` at the end of a clause says all. */
  #takeFiller(): boolean {
    const cursor = this.#cursor;
    return (
      cursor.attempt(() => {
        cursor.expect('zwingend|verpflichtend|immer|auch|dann|zusätzlich|ebenfalls|jeweils|automatisch|stets');
        return cursor.next.kind === 'word' || cursor.fail({ de: 'Das Ende', en: 'The end' });
      }) ?? false
    );
  }

  /** What is only said of one element. */
  #particular(verb: Verb, target: RuleElement): readonly Deed[] {
    const [cursor, scope] = [this.#cursor, this.#scope];
    return (
      cursor.attempt(() => readPrefill(cursor, scope, target)) ??
      cursor.attempt(() => readRestriction(cursor, scope, target)) ??
      (verb === 'can' ? undefined : cursor.attempt(() => readRequirement(cursor, scope, target, verb))) ??
      cursor.fail({ de: 'Erwartet wird ein Wert', en: 'Expected: a value' })
    );
  }

  /** `nur … wenn`, not `nur der Code 001`. */
  #takeOnly(): boolean {
    const cursor = this.#cursor;
    const words = [...Object.values(participles), ...Object.values(infinitives), mandatory, 'zu|als|ein|eine|für|in'].join('|');
    const starts = cursor.startsWith(() => {
      if (!cursor.take('genau', 'dann')) cursor.expect('nur|ausschließlich');
      cursor.take('dann');
      cursor.expect(words);
    });
    if (starts && !cursor.take('genau')) cursor.take('nur|ausschließlich');
    if (starts) cursor.take('dann');
    return starts;
  }

  /** Shown, hidden, to be filled in. */
  #plain(verb: Verb): readonly Deed[] {
    const cursor = this.#cursor;
    const not = cursor.take('nicht') || cursor.startsWith(() => cursor.expect('keine|kein|keinen', `${answers}|${mandatory}`));
    while (cursor.take(fillers)) continue;
    const answer = cursor.attempt(() => this.#answer(verb, not));
    if (answer !== undefined) return answer;
    if (cursor.take('ein|eine', 'optionales|optionale|freiwilliges|freiwillige|optionaler') || cursor.take('optional|freiwillig')) {
      cursor.take('feld|datenfeld|gruppe|feldgruppe|datenfeldgruppe|angabe|auszufüllen|anzugeben|befüllen');
      return [];
    }
    const asMandatory =
      cursor.take('zu', 'einem|einer', mandatory) ||
      cursor.take('als|zum|zur|ein|eine|einem|einer|kein|keine', mandatory) ||
      cursor.take(mandatory);
    if (asMandatory) {
      if (not) return [];
      cursor.take('zu');
      const shows = cursor.take(participles.shown) || cursor.take(infinitives.shown);
      if (!shows) cursor.take('gekennzeichnet|markiert|definiert|deklariert|kennzeichnen|behandeln');
      return shows ? [activate, require] : [require];
    }
    if (cursor.take('leer')) return not ? [require] : verb === 'can' ? [] : [forbid];
    cursor.take('als', 'anlage|nachweis|datei|anhang');
    const zu = cursor.take('zu');
    const words = zu || verb === 'is' ? infinitives : participles;
    if (cursor.take(words.shown) || cursor.take(participles.shown)) return this.#shownAnd(verb, not);
    if (cursor.take(words.hidden) || cursor.take(participles.hidden)) return verb === 'can' ? [] : not ? [activate] : [forbid];
    if (cursor.take(words.entered) || cursor.take(participles.entered)) {
      if (verb === 'can') return [];
      // `muss nicht befüllt werden` leaves it to the person; `darf nicht` does not.
      if (not) return verb === 'must' ? [] : [forbid];
      return verb === 'may' ? [] : [require];
    }
    return cursor.fail({ de: 'Erwartet wird befüllt, angezeigt oder ausgeblendet', en: 'Expected: befüllt, angezeigt or ausgeblendet' });
  }

  /** `eine Angabe gemacht werden`, `keine Angabe gemacht werden`, `einen Wert enthalten`, `eine Eingabe erforderlich` */
  #answer(verb: Verb, not: boolean): readonly Deed[] {
    const cursor = this.#cursor;
    cursor.expect('ein|eine|einen|keine|kein|keinen', answers);
    if (!cursor.take(`${participles.entered}|enthalten|haben|aufweisen|erforderlich|verpflichtend|notwendig|zulässig|erlaubt|möglich`)) {
      cursor.expect('zu');
      cursor.expect(`machen|${infinitives.entered}`);
    }
    if (verb === 'can') return [];
    if (not) return [forbid];
    return verb === 'may' ? [] : [require];
  }

  #shownAnd(verb: Verb, not: boolean): readonly Deed[] {
    if (verb === 'can') return [];
    if (not) return [forbid];
    const asked = this.#cursor.take('und', participles.entered) || this.#cursor.take('und', 'zu', infinitives.entered);
    return asked ? [activate, require] : [activate];
  }
}
