import { grouped } from './grouped.js';
import type { RuleAt } from './rules-of.js';

/**
 * Recognises the rules of one schema in another: by id, then by text, then by name. Several with the same text or name are told
 * apart by their order, if there are as many as before.
 * @returns keys of the new rules by keys of the old ones
 */
export function matchRules(before: ReadonlyMap<string, RuleAt>, after: ReadonlyMap<string, RuleAt>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const take = (old: string, now: string): void => {
    found.set(old, now);
    taken.add(now);
  };
  for (const id of before.keys()) if (after.has(id)) take(id, id);
  for (const feature of [(rule: RuleAt) => rule.text, (rule: RuleAt) => rule.regel.name]) {
    const left = grouped(
      [...before].filter(([id]) => !found.has(id)),
      ([, rule]) => feature(rule),
    );
    const right = grouped(
      [...after].filter(([id]) => !taken.has(id)),
      ([, rule]) => feature(rule),
    );
    for (const [value, olds] of left) {
      const nows = right.get(value) ?? [];
      if (value === '' || olds.length !== nows.length) continue;
      olds.forEach(([old], index) => take(old, nows[index]?.[0] ?? old));
    }
  }
  return found;
}
