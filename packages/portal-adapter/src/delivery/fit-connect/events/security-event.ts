import { compactVerify, decodeJwt } from 'jose';
import type { CompactJWSHeaderParameters } from 'jose';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { uuid } from '../api/answers.js';
import { parsedJson } from '../api/json.js';

export const eventNames = ['create', 'submit', 'notify', 'forward', 'accept', 'reject', 'delete'] as const;
export type EventName = (typeof eventNames)[number];

const prefix = 'https://schema.fitko.de/fit-connect/events/';
export const eventUri = (name: EventName): string => `${prefix}${name}-submission`;

/** The last part of each JWE, by what it is. */
export const authenticationTags = z.object({
  metadata: z.string().max(100),
  data: z.string().max(100).optional(),
  attachments: z.record(z.string().max(100), z.string().max(100)).default({}),
});
export type AuthenticationTags = z.infer<typeof authenticationTags>;

export const eventProblem = z.object({
  type: z.string().max(500),
  title: z.string().max(2000).optional(),
  detail: z.string().max(10_000).optional(),
  instance: z.string().max(500).optional(),
});
export type EventProblem = z.infer<typeof eventProblem>;

const claims = z.object({
  $schema: z.string().max(500).optional(),
  iss: z.string().max(500),
  iat: z.number().int().nonnegative().max(32_503_680_000),
  jti: z.string().max(100),
  sub: z.string().startsWith('submission:'),
  txn: z.string().startsWith('case:'),
  events: z.record(z.string(), z.unknown()).refine((events) => Object.keys(events).length === 1),
});

/** What happened to a submission, said by someone whose signature was checked. */
export interface SecurityEvent {
  readonly name: EventName;
  /** An address of the delivery service, or the id of a destination. */
  readonly issuer: string;
  /** ISO instant. */
  readonly at: string;
  readonly submissionId: string;
  readonly caseId: string;
  /** Version of the schema, as a URI. */
  readonly schema: string | undefined;
  readonly payload: unknown;
}

/** Who may speak about a submission, and with which key. Null: nobody that we believe. */
export type KeyFinder = (issuer: string, kid: string) => Promise<KeyObject | null>;

/** The event cannot be believed. */
export class UnbelievableEvent extends Error {
  override readonly name = 'UnbelievableEvent';
}

/** The submission that an event is about, before anything was checked. */
export function announcedSubject(set: string): string | undefined {
  try {
    const { sub } = decodeJwt(set);
    return typeof sub === 'string' ? sub.replace(/^submission:/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** Security event token (RFC 8417), signed with PS512 and nothing else. @throws UnbelievableEvent; what `keys` throws */
export async function verifiedEvent(set: string, keys: KeyFinder): Promise<SecurityEvent> {
  // The issuer decides which key counts; it is believed only once that key has signed it.
  const issuer = issuerOf(set);
  const find = async ({ kid, typ }: CompactJWSHeaderParameters): Promise<KeyObject> => {
    if (typ?.toLowerCase() !== 'secevent+jwt') throw new UnbelievableEvent('An event is no security event token.');
    const key = kid === undefined ? null : await keys(issuer, kid);
    if (!key) throw new UnbelievableEvent('An event is signed by someone who may not speak about this submission.');
    return key;
  };
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(set, find as never, { algorithms: ['PS512'] }));
  } catch (error) {
    // Errors of the library carry its own codes; all others come from looking for the key.
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J'))) throw error;
    throw new UnbelievableEvent('The signature of an event is not right.');
  }
  const parsed = claims.safeParse(parsedJson(Buffer.from(payload).toString('utf8')));
  if (!parsed.success) throw new UnbelievableEvent('An event does not say what events say.');
  const { sub, txn, iat, events, iss, $schema } = parsed.data;
  const uri = Object.keys(events)[0] ?? '';
  const name = eventNames.find((candidate) => eventUri(candidate) === uri);
  if (!name) throw new UnbelievableEvent('An event has a name that FIT-Connect does not have.');
  return {
    name,
    issuer: iss,
    at: new Date(iat * 1000).toISOString(),
    submissionId: idIn(sub),
    caseId: idIn(txn),
    schema: $schema,
    payload: events[uri],
  };
}

function issuerOf(set: string): string {
  try {
    const { iss } = decodeJwt(set);
    if (typeof iss === 'string') return iss;
  } catch {
    // The same as without an issuer.
  }
  throw new UnbelievableEvent('An event does not say who it comes from.');
}

function idIn(claim: string): string {
  const id = uuid.safeParse(claim.slice(claim.indexOf(':') + 1));
  if (!id.success) throw new UnbelievableEvent('An event names no submission.');
  return id.data.toLowerCase();
}
