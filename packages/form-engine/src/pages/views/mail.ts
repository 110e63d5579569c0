import type { ErrorSummaryView } from './form.js';

/** What a page says of messages by e-mail. */
export interface MailSectionView {
  /** `ask`: there is no address. `confirm`: the digits are awaited. */
  readonly state: 'ask' | 'confirm' | 'confirmed';
  /** The address; what was typed, or what the form says, where it is asked for. */
  readonly address: string;
  /** Where an address is given, confirmed and removed: `aktion` is `senden`, `bestaetigen`, `entfernen`. */
  readonly action: string;
}

/** Template `mail-address`. Posts `adresse` or `code`, and `aktion`. */
export interface MailAddressView extends MailSectionView {
  readonly serviceTitle: string;
  readonly reference: string;
  /** Until when the digits are good: "24.12.2026, 14:30 Uhr". */
  readonly until: string;
  /** The digits ran out or were guessed at too often: only new ones help. */
  readonly expired: boolean;
  /** Said first, e.g. that no mail can be sent there. Null: nothing. */
  readonly warning: string | null;
  readonly statusHref: string;
  readonly error: string | null;
  readonly errors: ErrorSummaryView | null;
}
