import type { Answer, Value } from '../answers/answers.js';

/** How sure it is who somebody is (eIDAS, Regulation (EU) 910/2014, article 8; `basic`: below it). In order. */
export const assuranceLevels = ['basic', 'low', 'substantial', 'high'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** Is the level at least the other one? */
export const reaches = (level: AssuranceLevel, least: AssuranceLevel): boolean =>
  assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(least);

/** Where a value came from that the person did not type. */
export interface PrefillSource {
  /** `identity`: an account with which the person signed in; `application`: another one of this browser; `link`: of an office. */
  readonly kind: 'identity' | 'application' | 'link';
  /** As people know it: "BundID", the title of a service, "Steueramt". */
  readonly name: string;
  /** How sure the value is, where somebody checked it. */
  readonly level: AssuranceLevel | null;
  /** It may not be changed. */
  readonly locked: boolean;
}

export interface PrefillMark {
  /** The value as it was filled in: a changed one is the person's own. */
  readonly value: Value;
  readonly source: PrefillSource;
}

/** Marks by instance name. */
export type Prefilled = Readonly<Record<string, PrefillMark>>;

/** Where the answer came from; null: the person gave it. */
export function sourceOf(prefilled: Prefilled | undefined, name: string, answer: Answer | undefined): PrefillSource | null {
  const mark = prefilled !== undefined && Object.hasOwn(prefilled, name) ? prefilled[name] : undefined;
  return mark !== undefined && mark.value === answer ? mark.source : null;
}

/** Instance names of what may not be changed. */
export function lockedNames(prefilled: Prefilled | undefined): ReadonlySet<string> {
  return new Set(Object.entries(prefilled ?? {}).flatMap(([name, { source }]) => (source.locked ? [name] : [])));
}
