import { say } from '../language.js';
import type { Change } from './change.js';
import type { ElementMatch } from './match-elements.js';
import type { PlacedElement } from './placed-element.js';
import { quoted } from './wording.js';

/** Groups whose remaining elements come in another order. */
export function* newOrder({ pairs }: ElementMatch, before: readonly PlacedElement[], after: readonly PlacedElement[]): Generator<Change> {
  const partner = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const differs = (olds: readonly PlacedElement[], nows: readonly PlacedElement[]): boolean => {
    const stayed = new Set(nows);
    const kept = olds.flatMap((old) => partner.get(old) ?? []).filter((now) => stayed.has(now));
    const asBefore = new Set(kept);
    return nows.filter((now) => asBefore.has(now)).some((now, index) => now !== kept[index]);
  };
  if (differs(before, after)) yield change(say({ de: 'Auf der obersten Ebene', en: 'At the top level' }), []);
  for (const pair of pairs) {
    if (!differs(pair.before.children, pair.after.children)) continue;
    yield change(`In ${quoted(pair.after.node.label)}`, [{ before: pair.before.path, after: pair.after.path }]);
  }
}

const change = (where: string, places: Change['places']): Change => ({
  kind: 'order',
  audience: 'citizen',
  message: say({ de: `${where} kommen die Fragen in anderer Reihenfolge.`, en: `${where} the questions come in another order.` }),
  places,
});
