import type { Message } from '../../language.js';
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
  fix: Message,
  pattern: RegExp,
  messageOf: (found: string) => Message,
): Pick<Check, 'code' | 'fix' | 'of' | 'find'> => ({
  code,
  of: ['regel'],
  fix,
  find(rule, report) {
    for (const found of new Set(textOf(rule).match(pattern))) report(messageOf(found), placeOf(rule));
  },
});

export const ruleChecks: readonly Check[] = [
  {
    code: '1001',
    of: ['regel'],
    fix: {
      de: 'Prüfen Sie die Id auf Tippfehler, oder legen Sie die Regel an ein Element, das alle genannten enthält.',
      en: 'Look for a slip in the id, or put the rule at an element that contains all that it names.',
    },
    find(rule, report) {
      const owner = rule.parent;
      if (owner === undefined) return;
      const reachable = new Set([...withBelow(owner)].map(({ id }) => id));
      for (const id of idsIn(rule))
        if (!reachable.has(id))
          report(
            {
              de: `${id} steht nicht in ${owner.id}, zu dem die Regel gehört.`,
              en: `${id} does not stand in ${owner.id}, to which the rule belongs.`,
            },
            placeOf(rule),
          );
    },
  },
  mentions(
    '1019',
    { de: 'Nennen Sie das Element ohne Version.', en: 'Name the element without a version.' },
    /(?<![\p{L}\d])[FG]\d{8,11}V\d+(?:\.\d+)*/gu,
    (found) => ({ de: `Die Regel nennt ${found} mit Version.`, en: `The rule names ${found} with a version.` }),
  ),
  {
    ...mentions(
      '1041',
      { de: 'Nennen Sie die Id mit 11 Ziffern.', en: 'Name the id with 11 digits.' },
      /(?<![\p{L}\d])[FG]\d{8}(?!\d)/gu,
      (found) => ({ de: `${found} ist eine Id nach XDatenfelder 2.0.`, en: `${found} is an id of XDatenfelder 2.0.` }),
    ),
    only: '3.0.0',
  },
  {
    code: '1024',
    of: ['regel'],
    fix: { de: 'Schreiben Sie auf, was gelten soll, oder entfernen Sie die Regel.', en: 'Write down what shall hold, or remove the rule.' },
    note: { de: 'In XDatenfelder 2.0: Definition der Regel.', en: 'In XDatenfelder 2.0: Definition of the rule.' },
    find(rule, report) {
      if (textOf(rule) === '') report({ de: `Die Regel ${rule.id} sagt nichts.`, en: `The rule ${rule.id} says nothing.` }, placeOf(rule));
    },
  },
  {
    code: '1104',
    of: ['regel'],
    fix: {
      de: 'Schreiben Sie ein Skript, wenn Ihr Formularsystem Skripte ausführt.',
      en: 'Write a script, if your form system runs scripts.',
    },
    find(rule, report) {
      const script = rule.text('skript') || rule.text('script');
      if (/^(?:function\s+script\s*\(\s*\)\s*\{\s*\})?$/.test(script))
        report({ de: `Die Regel ${rule.id} hat kein Skript.`, en: `The rule ${rule.id} has no script.` });
    },
  },
];
