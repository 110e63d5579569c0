import { type Check } from '../check.js';
import type { LintElement } from '../lint-element.js';

const textOf = (rule: LintElement): string => rule.text(rule.fassung === '2.0' ? 'definition' : 'freitextRegel');
const placeOf = (rule: LintElement): ReturnType<LintElement['child']> =>
  rule.child(rule.fassung === '2.0' ? 'definition' : 'freitextRegel');

function* withBelow(element: LintElement): Generator<LintElement> {
  yield element;
  for (const { element: child } of element.stellen) yield* withBelow(child);
}

/** Ids that the rule names, in its text and as parameters and targets, without versions. */
function idsIn(rule: LintElement): ReadonlySet<string> {
  // Short ids of version 2 in a version 3 rule have a check of their own, 1041.
  const named = textOf(rule).match(/(?<![\p{L}\d])[FG]\d{6,}/gu) ?? [];
  const inText = rule.fassung === '2.0' ? named : named.filter(({ length }) => length !== 9);
  const inElements = ['param', 'ziel']
    .flatMap((name) => rule.all(name))
    .flatMap((child) => child.attribute('element')?.match(/[FG]\d{8,11}/g) ?? []);
  return new Set([...inText, ...inElements]);
}

const mentions = (
  code: string,
  fix: string,
  pattern: RegExp,
  say: (found: string) => string,
): Pick<Check, 'code' | 'fix' | 'of' | 'find'> => ({
  code,
  of: ['regel'],
  fix,
  find(rule, report) {
    for (const found of new Set(textOf(rule).match(pattern))) report(say(found), placeOf(rule));
  },
});

export const ruleChecks: readonly Check[] = [
  {
    code: '1001',
    of: ['regel'],
    fix: 'Prüfen Sie die Id auf Tippfehler, oder legen Sie die Regel an ein Element, das alle genannten enthält.',
    find(rule, report) {
      const owner = rule.parent;
      if (owner === undefined) return;
      const reachable = new Set([...withBelow(owner)].map(({ id }) => id));
      for (const id of idsIn(rule))
        if (!reachable.has(id)) report(`${id} steht nicht in ${owner.id}, zu dem die Regel gehört.`, placeOf(rule));
    },
  },
  mentions(
    '1019',
    'Nennen Sie das Element ohne Version.',
    /(?<![\p{L}\d])[FG]\d{8,11}V\d+(?:\.\d+)*/gu,
    (found) => `Die Regel nennt ${found} mit Version.`,
  ),
  {
    ...mentions(
      '1041',
      'Nennen Sie die Id mit 11 Ziffern.',
      /(?<![\p{L}\d])[FG]\d{8}(?!\d)/gu,
      (found) => `${found} ist eine Id nach XDatenfelder 2.0.`,
    ),
    only: '3.0.0',
  },
  {
    code: '1024',
    of: ['regel'],
    fix: 'Schreiben Sie auf, was gelten soll, oder entfernen Sie die Regel.',
    note: 'In XDatenfelder 2.0: Definition der Regel.',
    find(rule, report) {
      if (textOf(rule) === '') report(`Die Regel ${rule.id} sagt nichts.`, placeOf(rule));
    },
  },
  {
    code: '1104',
    of: ['regel'],
    fix: 'Schreiben Sie ein Skript, wenn Ihr Formularsystem Skripte ausführt.',
    find(rule, report) {
      const script = rule.text('skript') || rule.text('script');
      if (/^(?:function\s+script\s*\(\s*\)\s*\{\s*\})?$/.test(script)) report(`Die Regel ${rule.id} hat kein Skript.`);
    },
  },
];
