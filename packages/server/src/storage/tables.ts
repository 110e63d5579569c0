import type { HandOverStep } from '@serviceportal/form-engine';
import type { Generated } from 'kysely';

/** ISO 8601 instant in UTC with milliseconds; sorts as text. */
export type Instant = string;

/** Later than every other instant. */
export const never: Instant = '9999-12-31T23:59:59.999Z';

/** Service packages as they were loaded, so that an application finds the one it was started with. */
export interface PackagesTable {
  digest: string;
  key: string;
  version: string;
  content: string;
  stored_at: Instant;
}

/** Not yet submitted. `ciphertext` opens only with the cookie of the citizen. */
export interface DraftsTable {
  id: string;
  package_digest: string;
  ciphertext: Buffer;
  /** Counts the changes; a change on the basis of an older one is refused. */
  revision: number;
  created_at: Instant;
  updated_at: Instant;
  expires_at: Instant;
}

/** Who else holds the key of a draft besides its first browser. Opens with a secret that is not stored. */
export interface DraftKeysTable {
  /** Derived from the holder's secret, 32 hex digits. */
  lookup: string;
  draft_id: string;
  holder: 'browser' | 'code' | 'link' | 'co-sign' | 'co-signer';
  wrapped_key: Buffer;
  /** From it and the draft's key a code or link is made again. Empty for browsers. */
  nonce: string;
  created_at: Instant;
  /** Null: as long as the draft. */
  expires_at: Instant | null;
}

export interface ApplicationsTable {
  /** The id of the draft from which it came: submitting twice meets the same row. */
  id: string;
  reference: string;
  package_key: string;
  package_digest: string;
  state: string;
  submitted_at: Instant;
  updated_at: Instant;
  /** Answers and file keys, sealed with the key of this application. */
  sealed: Buffer;
  /** The key of this application, sealed with the key of the municipality. */
  wrapped_key: Buffer;
  /** Digest of what only the browsers that held the draft can prove. */
  access_digest: string;
  /** Digest of the Abrufcode. */
  code_digest: string;
}

/** Files in the attachment store. Name, type, key and checksum lie sealed in the draft, application or delivery. */
export interface AttachmentsTable {
  id: string;
  /** `sent`: made by us for a hand-over, kept as it was sent. */
  kind: Generated<'uploaded' | 'sent'>;
  /** Id of the draft and later application. */
  application_id: string;
  /** Bytes of the file before encryption. */
  size: number;
  created_at: Instant;
}

/** What happened to an application. Rows are added, never changed, and deleted only with their application. */
export interface EventsTable {
  id: Generated<number>;
  application_id: string;
  at: Instant;
  kind: string;
  /** `citizen`, `system` or `clerk:<account>`. */
  actor: string;
  /** JSON without answers. */
  data: string;
}

/** What office and citizen said about a case. Numbered within the case, from 1. */
export interface LettersTable {
  application_id: string;
  number: number;
  kind: 'question' | 'answer' | 'withdrawal';
  at: Instant;
  /** Text and files, sealed with the key of the application. */
  sealed: Buffer;
}

/** The outbox: one row for each application and target, and for each supplement. */
export interface DeliveriesTable {
  /** The key that the counterpart sees at every attempt. */
  id: string;
  application_id: string;
  target: string;
  /** Number of the letter that is handed over; 0: the application itself. */
  supplement: number;
  state: string;
  attempts: number;
  /** `never` where a worker has nothing to do. */
  due_at: Instant;
  lease_owner: string | null;
  lease_until: Instant | null;
  /** The last step that ended well; null: none. */
  done_step: HandOverStep | null;
  /** What the steps so far have learned, sealed with the key of the application. */
  progress: Buffer | null;
  /** Everything that is handed over, as it was first put together, sealed with the key of the application; files by reference. */
  content: Buffer | null;
  /** When it was tried for the first time since it was made, or since a person set it going again. */
  tried_since: Instant | null;
  /** 1: a person began it anew; the counterpart is asked before every step that it can be asked about. */
  ask_first: Generated<number>;
  counterpart_reference: string | null;
  /** From the counterpart's receipt. */
  accepted_at: Instant | null;
  acknowledged_at: Instant | null;
  last_error: string | null;
  /** The counterpart's own words about the last attempt, sealed with the key of the municipality: they may name a person. */
  reason: Buffer | null;
  /** What the counterpart said became of the case; null: nothing. */
  case_state: 'received' | 'accepted' | 'rejected' | 'closed' | null;
  /** When, by the counterpart. */
  case_at: Instant | null;
  /** Its words about that, sealed like `reason`. */
  case_reason: Buffer | null;
  /** When it is asked again what became of the case; null: not at all. */
  status_due_at: Instant | null;
  status_questions: Generated<number>;
  created_at: Instant;
  updated_at: Instant;
}

/** The journal: an entry is written before and ended after each step, and each question about one. */
export interface DeliveryAttemptsTable {
  id: Generated<number>;
  delivery_id: string;
  number: number;
  /** Null: written before steps were noted. */
  step: HandOverStep | null;
  /** 1: the counterpart was asked about the step. */
  asked: number;
  started_at: Instant;
  ended_at: Instant | null;
  outcome: string | null;
  message: string | null;
}

/** How each target fares, for all processes. No row: nothing has failed. */
export interface TargetsTable {
  name: string;
  /** Attempts in a row for which it was unavailable. */
  failures: number;
  /** Null: it is not paused. */
  paused_since: Instant | null;
  /** From then on one attempt at a time tries whether it is back. */
  probe_at: Instant | null;
}

/** Where a citizen wants to be told of an application. */
export interface MailAddressesTable {
  application_id: string;
  /** Address, language and the digits that confirm it, sealed with the key of the application. */
  sealed: Buffer;
  /** Wrong digits so far. */
  attempts: number;
  /** When the digits run out. */
  expires_at: Instant;
  confirmed_at: Instant | null;
}

/** Messages to those addresses. What they say is put together when they are sent. */
export interface NoticesTable {
  /** The same for every attempt. */
  id: string;
  application_id: string;
  /** The digits; that it arrived; that there is something new. */
  kind: 'confirm' | 'received' | 'news';
  state: 'pending' | 'sent' | 'refused' | 'given-up' | 'dropped';
  attempts: number;
  due_at: Instant;
  lease_owner: string | null;
  lease_until: Instant | null;
  last_error: string | null;
  created_at: Instant;
  updated_at: Instant;
}

/** Confirmation mails, to slow down who sends them to others. */
export interface MailCountsTable {
  /** Keyed digest of an address, or of who asked. */
  scope: string;
  at: Instant;
}

/** Requests of a kind from one network within a minute. */
export interface RequestCountsTable {
  /** Keyed digest of kind and network. */
  digest: string;
  /** When the minute began. */
  minute: Instant;
  count: number;
}

export interface ClerkSessionsTable {
  /** Digest of the session secret in the clerk's cookie. */
  id: string;
  account: string;
  created_at: Instant;
  seen_at: Instant;
}

/** Failed logins by names and network (digest of both), to slow down guessing. */
export interface LoginFailuresTable {
  account_digest: string;
  failures: number;
  locked_until: Instant;
}

/** Barriers that citizens reported. */
export interface BarrierReportsTable {
  id: string;
  created_at: Instant;
  /** Page, description, contact and language, sealed with the key of the municipality. */
  sealed: Buffer;
  /** Null: open. */
  done_at: Instant | null;
  /** Account of the clerk. */
  done_by: string | null;
}

/** That an application was deleted. Names nobody; rows are never changed or deleted. */
export interface DeletionsTable {
  id: Generated<number>;
  at: Instant;
  /** Its time was over, or somebody asked for it. */
  cause: 'retention' | 'request';
  rule: string;
  package_key: string;
  /** In which state the application was. */
  state: string;
  /** SHA-256 of the reference number. */
  reference_digest: string;
}

/** Jobs that one process does for all. */
export interface PeriodicJobsTable {
  name: string;
  begun_at: Instant;
}

export interface Tables {
  deletions: DeletionsTable;
  periodic_jobs: PeriodicJobsTable;
  packages: PackagesTable;
  drafts: DraftsTable;
  draft_keys: DraftKeysTable;
  applications: ApplicationsTable;
  attachments: AttachmentsTable;
  events: EventsTable;
  letters: LettersTable;
  mail_addresses: MailAddressesTable;
  notices: NoticesTable;
  mail_counts: MailCountsTable;
  request_counts: RequestCountsTable;
  deliveries: DeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  targets: TargetsTable;
  clerk_sessions: ClerkSessionsTable;
  login_failures: LoginFailuresTable;
  barrier_reports: BarrierReportsTable;
}
