import type { FormNode } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { anzahl, joined } from './wording.js';

/** What another Multiplizität means, as the rest of a sentence: `ist jetzt Pflicht … (1:1 statt 0:1).` */
export function occurs(old: FormNode, now: FormNode): string {
  const parts = [...atLeast(old, now), ...atMost(old, now)].map(say);
  const counts = say({ de: `(${anzahl(now)} statt ${anzahl(old)})`, en: `(${anzahl(now)} instead of ${anzahl(old)})` });
  return `${joined(parts)} ${counts}.`;
}

function atLeast(old: FormNode, now: FormNode): readonly Message[] {
  if (old.min === now.min) return [];
  if (now.min === 0) return [{ de: 'ist nur noch Pflicht, wenn eine Regel es verlangt', en: 'is only required if a rule demands it' }];
  if (now.min > 1)
    return [{ de: `muss jetzt mindestens ${now.min}-mal angegeben werden`, en: `must now be given at least ${now.min} times` }];
  if (old.min > 1) return [{ de: 'muss nur noch einmal angegeben werden', en: 'need only be given once' }];
  return [{ de: 'ist jetzt Pflicht, solange keine Regel es ausblendet', en: 'is now required, unless a rule hides it' }];
}

function atMost(old: FormNode, now: FormNode): readonly Message[] {
  if (old.max === now.max) return [];
  if (now.max === null) return [{ de: 'darf jetzt beliebig oft angegeben werden', en: 'may now be given any number of times' }];
  if (old.max !== null && now.max > old.max)
    return [{ de: `darf jetzt bis zu ${now.max}-mal angegeben werden`, en: `may now be given up to ${now.max} times` }];
  return now.max === 1
    ? [{ de: 'darf nur noch einmal angegeben werden', en: 'may only be given once' }]
    : [{ de: `darf nur noch ${now.max}-mal angegeben werden`, en: `may only be given ${now.max} times` }];
}
