import type { DeliveryFile } from '../../../contract/delivery.js';
import { DeliveryError } from '../../../contract/delivery.js';
import { stableUuid } from '../identifiers.js';
import type { Party } from '../party.js';

/** What is to become of a case (code list `aussonderungsart` 1.0): kept for ever, looked at, destroyed. */
export type Disposal = 'A' | 'B' | 'V';

/** A closed case that an archive is offered or given. */
export interface ArchiveCase {
  /** Key under which it was handed over. */
  readonly key: string;
  /** The number that the citizen was given. */
  readonly reference: string;
  readonly serviceTitle: string;
  /** Place in the filing plan. */
  readonly filingPlan?: string;
  /** ISO instants. */
  readonly submittedAt: string;
  readonly closedAt: string;
  readonly disposal: Disposal;
  /** Whole years after closing for which the office kept it. */
  readonly retentionYears?: number;
  readonly files: readonly DeliveryFile[];
}

/** One round of offering and handing over; its messages have one `ProzessID`. */
export interface ArchiveRound {
  /** A name of its own for every round, such as `2026-1`. */
  readonly name: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly sender: Party;
  readonly recipient: Party;
  readonly cases: readonly ArchiveCase[];
}

export function roundId({ name, sender }: Pick<ArchiveRound, 'name' | 'sender'>): string {
  return stableUuid('Aussonderung', sender.name, name);
}

/** @throws DeliveryError when there is nothing, or something twice */
export function checkRound({ cases }: ArchiveRound): void {
  const keys = new Set(cases.map((one) => one.key));
  if (cases.length > 0 && keys.size === cases.length) return;
  const problem = cases.length === 0 ? 'no case' : 'a case twice';
  const message = `The list for the archive has ${problem}. Choose closed cases, each of them once.`;
  throw new DeliveryError('xdomea-archive-cases', 'refused', message);
}
