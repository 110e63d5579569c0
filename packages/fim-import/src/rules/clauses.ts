import { readCanonicalClause } from './canonical-sentences.js';
import { ClausePredicate } from './clause-predicates.js';
import { activate, type Deed, fillers, forbid, mandatory, require } from './deeds.js';
import { type Laender, takeLaenderPhrase } from './laender.js';
import { nouns, readBothReferences, readJoinedReferences, readListedReferences, readReferences } from './references.js';
import { readNegativeClause } from './negative-clauses.js';
import { readPrefillClause } from './prefill-clauses.js';
import { readRestrictionClause } from './restriction-clauses.js';
import { readRestriction } from './restrictions.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** What a rule does to elements; no deeds where the text only says that they may be filled in. */
export interface Outcome {
  readonly deeds: readonly Deed[];
  readonly targets: readonly RuleElement[];
  /** Länder to which this outcome is limited. */
  readonly laender?: Laender;
  /** `nur wenn`: in every other case the opposite holds. */
  readonly only?: true;
}

const respectively = { de: '„bzw.“ sagt nicht, welches Element gemeint ist', en: '“bzw.” does not say which element is meant' };

/** Reads main clauses in their order: `aktiviere A UND mache es zu einer Pflichtangabe UND deaktiviere B`. */
export class ClauseReader {
  readonly #cursor: RuleCursor;
  readonly #scope: RuleScope;
  readonly #predicates: ClausePredicate;
  #last: readonly RuleElement[] = [];
  /** Targets that are joined by ODER. */
  readonly #alternatives = new Set<readonly RuleElement[]>();

  constructor(cursor: RuleCursor, scope: RuleScope) {
    this.#cursor = cursor;
    this.#scope = scope;
    this.#predicates = new ClausePredicate(cursor, scope);
  }

  /** The elements named last: `ansonsten nicht`, `zeige die Felder nicht an`. */
  get last(): readonly RuleElement[] {
    return this.#last;
  }

  /** After `dann`, and sentences of their own: clause after clause, joined by UND, comma or `wobei`. */
  readAll(): readonly Outcome[] {
    const cursor = this.#cursor;
    const outcomes = [...(cursor.attempt(() => this.#withoutVerb()) ?? this.#clause())];
    for (;;) {
      const more = cursor.attempt(() => {
        const comma = cursor.takeMark(',');
        if (cursor.take('wobei')) return [this.#limited()];
        const word = cursor.take('und') || cursor.take('sowie');
        if (!comma && !word) cursor.fail({ de: 'Erwartet wird „und“', en: 'Expected: “und”' });
        return this.#clause();
      });
      if (more === undefined) return outcomes.map((outcome) => this.#ofAlternatives(outcome));
      outcomes.push(...more);
    }
  }

  /** `dann muss A oder B befüllt werden`: one of them is enough. What is said of neither is said of each. */
  #ofAlternatives(outcome: Outcome): Outcome {
    const { deeds, targets } = outcome;
    if (!this.#alternatives.has(targets) || deeds.every(({ effect }) => effect === 'forbid')) return outcome;
    if (!deeds.every(({ effect }) => effect === 'require'))
      this.#cursor.reject({ de: '„oder“ sagt nicht, welches Element gemeint ist', en: '“oder” does not say which element is meant' });
    const condition = { or: targets.map(({ identifier }) => ({ not: { is_empty: { identifier } } })) };
    const labels = targets.map(({ element }) => `„${element.node.label}“`).join(', ');
    return {
      ...outcome,
      deeds: [{ effect: 'valid', condition, message: `Bitte füllen Sie mindestens eines davon aus: ${labels}.` }],
      targets: [],
    };
  }

  /** `DANN A, B UND deaktiviere C`: the verb is missing; beside its opposite only one can be meant. */
  #withoutVerb(): readonly Outcome[] {
    const cursor = this.#cursor;
    const targets = readReferences(cursor, this.#scope);
    if (!cursor.startsWith(() => cursor.expect('und', 'deaktiviere|blende')))
      cursor.fail({ de: 'Es fehlt, was mit dem Element geschehen soll', en: 'It is not said what is to happen to the element' });
    cursor.note({
      de: 'Das Verb fehlt; gelesen als „aktiviere“, weil das Gegenteil für andere Elemente folgt',
      en: 'The verb is missing; read as “aktiviere”, because the opposite follows for other elements',
    });
    this.#last = targets;
    return [{ deeds: [activate], targets }];
  }

  /** `…, wobei [im Feld F…] nur der Code 003 ausgewählt werden darf` */
  #limited(): Outcome {
    const cursor = this.#cursor;
    const named = cursor.attempt(() => readReferences(cursor, this.#scope));
    const targets = named ?? this.#last;
    const [target, second] = targets;
    if (target === undefined || second !== undefined)
      return cursor.fail({ de: 'Es ist nicht klar, welches Feld gemeint ist', en: 'It is not clear which field is meant' });
    const deeds = readRestriction(cursor, this.#scope, target);
    cursor.expect('werden|sein');
    cursor.expect('darf|dürfen|kann|können');
    return { deeds, targets };
  }

  #clause(): readonly Outcome[] {
    const cursor = this.#cursor;
    return (
      cursor.attempt(() => this.#imperative()) ??
      cursor.attempt(() => [readCanonicalClause(cursor, this.#scope)]) ??
      cursor.attempt(() => [readPrefillClause(cursor, this.#scope)]) ??
      cursor.attempt(() => [readRestrictionClause(cursor, this.#scope)]) ??
      cursor.attempt(() => this.#listedBehind()) ??
      cursor.attempt(() => this.#nothing()) ??
      cursor.attempt(() => this.#verbFirst()) ??
      cursor.attempt(() => this.#subjectFirst()) ??
      cursor.attempt(() => this.#elliptic()) ??
      cursor.fail({
        de: 'Hier wird beschrieben, was geschehen soll, aber in unbekannten Worten',
        en: 'Here the text says what is to happen, but in words that are not known',
      })
    );
  }

  /** `müssen folgende Felder befüllt werden: A; B`, `Folgende Felder sind auszublenden: A, B` */
  #listedBehind(): readonly Outcome[] {
    const cursor = this.#cursor;
    const following = (): void => {
      cursor.take('die|alle');
      cursor.expect('folgende|folgenden|nachfolgende|nachfolgenden');
      cursor.expect(nouns);
    };
    const early = cursor.attempt(() => this.#predicates.readVerb());
    following();
    const verb = early ?? this.#predicates.readVerb();
    const outcomes = this.#predicates.read(verb, [], () => cursor.fail({ de: 'Ein neuer Satz', en: 'A new sentence' }), undefined);
    if (!cursor.takeMark(':')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
    const targets = readListedReferences(cursor, this.#scope);
    this.#last = targets;
    return outcomes.map((outcome) => ({ ...outcome, targets }));
  }

  #nothing(): readonly Outcome[] {
    const outcome = readNegativeClause(this.#cursor, this.#scope);
    this.#last = outcome.targets;
    return [outcome];
  }

  /** `muss A befüllt werden`, `erscheint A und muss befüllt werden` */
  #verbFirst(): readonly Outcome[] {
    const cursor = this.#cursor;
    const before = takeLaenderPhrase(cursor);
    const appears = cursor.attempt(() => this.#appears());
    if (appears !== undefined) return appears;
    return this.#predicates.read(this.#predicates.readVerb(), undefined, () => this.#targets(), before);
  }

  /** `Das Datenfeld F… muss befüllt werden` */
  #subjectFirst(): readonly Outcome[] {
    const cursor = this.#cursor;
    const before = takeLaenderPhrase(cursor);
    cursor.take('nur');
    const subject = this.#targets();
    return this.#predicates.read(this.#predicates.readVerb(), subject, () => this.#targets(), before);
  }

  #targets(): readonly RuleElement[] {
    const cursor = this.#cursor;
    const pronoun = (): boolean =>
      cursor.take('das|die|der|diese|dieses|dieser|beide', nouns) || cursor.take('es|sie|diese|dieses|dieser|ihn');
    cursor.attempt(() => {
      cursor.take('aus');
      cursor.expect('die|der');
      cursor.expect('auswahl|auswahlmöglichkeiten|auswahlwerte|codes|werte|codeliste|werteliste');
      if (!cursor.startsWith(() => cursor.expect('in|im|des|der|von|zu')))
        cursor.fail({ de: 'Keine Auswahl in einem Feld', en: 'No choice in a field' });
    });
    const both = cursor.attempt(() => readBothReferences(cursor, this.#scope));
    if (both !== undefined) return (this.#last = both);
    const named = cursor.attempt(() => readJoinedReferences(cursor, this.#scope));
    if (named?.joint === 'mixed') cursor.reject({ de: '„und“ und „oder“ sind gemischt', en: '“und” and “oder” are mixed' });
    if (named?.joint === 'or' && named.respectively) cursor.reject(respectively);
    if (named?.joint === 'or') this.#alternatives.add(named.elements);
    if (named !== undefined) this.#last = named.elements;
    else if (this.#last.length === 0 || !pronoun()) return readReferences(cursor, this.#scope);
    return this.#last;
  }

  /** `G1 anzeigen`, `F3 = Pflichtfeld`, `F3 nicht anzeigen`: without a finite verb. */
  #elliptic(): readonly Outcome[] {
    const cursor = this.#cursor;
    if (cursor.take(mandatory)) {
      if (!cursor.takeMark(':')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
      return [{ deeds: [require], targets: this.#targets() }];
    }
    const targets = this.#targets();
    if (cursor.next.text === '=') cursor.takeToken('operator');
    const asked = cursor.take('als', mandatory);
    if (cursor.take(mandatory)) return [{ deeds: [require], targets }];
    const not = cursor.take('nicht');
    if (cursor.take('anzeigen|einblenden|aktivieren|sichtbar|aktiv')) {
      return [{ deeds: not ? [forbid] : asked ? [activate, require] : [activate], targets }];
    }
    if (!not && cursor.take('ausblenden|deaktivieren|verstecken|unsichtbar|inaktiv')) return [{ deeds: [forbid], targets }];
    cursor.expect('befüllen|ausfüllen|angeben');
    return [{ deeds: [not ? forbid : require], targets }];
  }

  #appears(): readonly Outcome[] {
    const cursor = this.#cursor;
    if (cursor.take('entfällt|entfallen')) return [{ deeds: [forbid], targets: this.#targets() }];
    if (cursor.take('handelt', 'es', 'sich', 'bei')) {
      const named = this.#targets();
      cursor.expect('um');
      cursor.take('ein|eine');
      cursor.expect(mandatory);
      return [{ deeds: [require], targets: named }];
    }
    if (!cursor.take('öffnet|öffnen', 'sich')) cursor.expect('erscheint|erscheinen');
    const targets = this.#targets();
    if (cursor.take('nicht')) return [{ deeds: [forbid], targets }];
    const asked = cursor.take('als', mandatory) || cursor.take('und', 'muss|müssen|ist|sind', 'befüllt|ausgefüllt|angegeben', 'werden');
    return [{ deeds: asked ? [activate, require] : [activate], targets }];
  }

  /** `zeige A als Pflicht an`, `blende A aus`, `aktiviere A und mache es zu einer Pflichtangabe`, `deaktiviere A` */
  #imperative(): readonly Outcome[] {
    const cursor = this.#cursor;
    const before = takeLaenderPhrase(cursor);
    const laender = before !== undefined && { laender: before };
    while (cursor.take(fillers)) continue;
    if (cursor.take('zeige|zeigen')) return [{ ...this.#show(), ...laender }];
    if (cursor.take('blende|blenden')) {
      cursor.take('sie');
      const blended = this.#blend();
      const more = cursor.attempt(() => (cursor.expect('und'), this.#blend()));
      return [blended, ...(more === undefined ? [] : [more])].map((outcome) => ({ ...outcome, ...laender }));
    }
    if (cursor.take('setze|setzen')) {
      const targets = this.#targets();
      cursor.expect('als|auf|zum');
      cursor.expect(mandatory);
      return [{ deeds: [require], targets, ...laender }];
    }
    if (cursor.take('deaktiviere|deaktivieren|verstecke|verberge')) return [{ deeds: [forbid], targets: this.#targets(), ...laender }];
    if (cursor.take('befülle|fülle')) {
      const targets = this.#targets();
      if (cursor.next.text === 'mit') cursor.fail({ de: 'Ein Wert', en: 'A value' });
      cursor.take('aus');
      return [{ deeds: [require], targets, ...laender }];
    }
    if (cursor.take('mache|machen')) {
      const targets = this.#targets();
      if (!cursor.take('zu', 'einer|einem')) cursor.expect('zur|zum');
      cursor.expect(mandatory);
      return [{ deeds: [require], targets, ...laender }];
    }
    cursor.expect('aktiviere|aktivieren');
    const targets = this.#targets();
    const asked = cursor.take('als', mandatory);
    return [{ deeds: asked ? [activate, require] : [activate], targets, ...laender }];
  }

  #blend(): Outcome {
    const cursor = this.#cursor;
    const targets = this.#targets();
    const shows = cursor.take('ein');
    if (!shows) cursor.expect('aus');
    return { deeds: [shows ? activate : forbid], targets };
  }

  #show(): Outcome {
    const cursor = this.#cursor;
    cursor.take('sie');
    const before = cursor.take('als', mandatory);
    const targets = this.#targets();
    const asked = cursor.take('als', mandatory) || before;
    const not = cursor.take('nicht');
    cursor.take('an');
    return { deeds: not ? [forbid] : asked ? [activate, require] : [activate], targets };
  }
}
