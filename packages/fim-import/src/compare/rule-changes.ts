import { legalBasis } from '../compile/legal-basis.js';
import { type Message, say } from '../language.js';
import type { Change } from './change.js';
import { normChanges } from './norm-changes.js';
import { matchRules } from './match-rules.js';
import { rewritten } from './rewritten.js';
import { type RuleAt, rulesOf } from './rules-of.js';
import type { Side } from './side.js';
import { excerpt, quoted } from './wording.js';

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
  const what = name(rule);
  const message = {
    de: `Die Regel ${what} gilt nicht mehr: ${excerpt(rule.text)}.`,
    en: `The rule ${what} no longer holds: ${excerpt(rule.text)}.`,
  };
  return change('rule', rule, rule, message, rule.text);
}

function added(rule: RuleAt): Change {
  const open: Message = rule.understood
    ? { de: '', en: '' }
    : {
        de: ' Sie wird noch nicht angewendet, weil ihr Text nicht verstanden wird.',
        en: ' It is not applied yet, because its text is not understood.',
      };
  const what = `${name(rule)}: ${excerpt(rule.text)}.`;
  return change('rule', rule, rule, { de: `Neue Regel ${what}${open.de}`, en: `New rule ${what}${open.en}` }, undefined, rule.text);
}

function between(rule: RuleAt, next: RuleAt): readonly Change[] {
  const found: Change[] = [];
  const what = name(next);
  if (rule.text !== next.text) {
    const text = rewritten(rule.text, next.text);
    found.push(change('rule', rule, next, { de: `Die Regel ${what} ${text}.`, en: `The rule ${what} ${text}.` }, rule.text, next.text));
  }
  if (rule.key !== next.key) {
    const message = {
      de: `Die Regel ${what} hatte bisher die Id ${rule.regel.id}.`,
      en: `The rule ${what} had the id ${rule.regel.id} before.`,
    };
    found.push({ ...change('rule', rule, next, message), audience: 'author' });
  }
  if (rule.understood !== next.understood) {
    const message = next.understood
      ? {
          de: `Die Regel ${what} wird jetzt angewendet; bisher wurde ihr Text nicht verstanden.`,
          en: `The rule ${what} is now applied; before, its text was not understood.`,
        }
      : {
          de: `Die Regel ${what} wird nicht mehr angewendet: Ihr Text wird nicht verstanden.`,
          en: `The rule ${what} is no longer applied: its text is not understood.`,
        };
    found.push({ ...change('rule', rule, next, message, rule.understood, next.understood), audience: 'author' });
  }
  const norms = normChanges(legalBasis(rule.regel.bezug), legalBasis(next.regel.bezug));
  if (norms !== undefined) {
    const message = { de: `Regel ${what}: ${norms}`, en: `Rule ${what}: ${norms}` };
    found.push({ ...change('legal-basis', rule, next, message), audience: 'clerk' });
  }
  return found;
}

const name = ({ regel }: RuleAt): string => `${regel.id} ${quoted(regel.name)}`;

/** A rule that is not applied on either side changes nothing for those who fill in. */
function change(kind: Change['kind'], old: RuleAt, now: RuleAt, message: Message, before?: unknown, after?: unknown): Change {
  const audience = old.understood || now.understood ? 'citizen' : 'author';
  const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  return { kind, audience, message: say(message), places: [], ruleId: now.regel.id, ...values };
}
