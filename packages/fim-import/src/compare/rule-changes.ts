import { legalBasis } from '../compile/legal-basis.js';
import type { Change } from './change.js';
import { normChanges } from './norm-changes.js';
import { matchRules } from './match-rules.js';
import { type RuleAt, rulesOf } from './rules-of.js';
import type { Side } from './side.js';
import { excerpt } from './wording.js';

/**
 * What the rules say differently.
 * @param newIds of elements that were replaced: in rules that name them nothing else need have changed
 */
export function ruleChanges(old: Side, now: Side, newIds: ReadonlyMap<string, string>): readonly Change[] {
  const [before, after] = [rulesOf(old, newIds), rulesOf(now, new Map())];
  const partner = matchRules(before, after);
  const kept = new Set(partner.values());
  return [
    ...[...before].flatMap(([id, rule]) => {
      const next = after.get(partner.get(id) ?? '');
      return next === undefined ? removed(rule) : between(rule, next);
    }),
    ...[...after].filter(([id]) => !kept.has(id)).map(([, rule]) => added(rule)),
  ];
}

function removed(rule: RuleAt): Change {
  return change('rule', rule, rule, `Die Regel ${name(rule)} gilt nicht mehr: ${excerpt(rule.text)}.`, rule.text);
}

function added(rule: RuleAt): Change {
  const open = rule.understood ? '' : ' Sie wird noch nicht angewendet, weil ihr Text nicht verstanden wird.';
  return change('rule', rule, rule, `Neue Regel ${name(rule)}: ${excerpt(rule.text)}.${open}`, undefined, rule.text);
}

function between(rule: RuleAt, next: RuleAt): readonly Change[] {
  const found: Change[] = [];
  if (rule.text !== next.text) {
    const message = `Die Regel ${name(next)} lautet jetzt ${excerpt(next.text)}, bisher ${excerpt(rule.text)}.`;
    found.push(change('rule', rule, next, message, rule.text, next.text));
  }
  if (rule.key !== next.key) {
    found.push({ ...change('rule', rule, next, `Die Regel ${name(next)} hatte bisher die Id ${rule.regel.id}.`), audience: 'author' });
  }
  if (rule.understood !== next.understood) {
    const what = next.understood
      ? 'wird jetzt angewendet; bisher wurde ihr Text nicht verstanden'
      : 'wird nicht mehr angewendet: Ihr Text wird nicht verstanden';
    found.push({ ...change('rule', rule, next, `Die Regel ${name(next)} ${what}.`), audience: 'author' });
  }
  const norms = normChanges(legalBasis(rule.regel.bezug), legalBasis(next.regel.bezug));
  if (norms !== undefined) found.push({ ...change('legal-basis', rule, next, `Regel ${name(next)}: ${norms}`), audience: 'clerk' });
  return found;
}

const name = ({ regel }: RuleAt): string => `${regel.id} „${regel.name}“`;

/** A rule that is not applied on either side changes nothing for those who fill in. */
function change(kind: Change['kind'], old: RuleAt, now: RuleAt, message: string, before?: string, after?: string): Change {
  const audience = old.understood || now.understood ? 'citizen' : 'author';
  const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  return { kind, audience, message, places: [], ruleId: now.regel.id, ...values };
}
