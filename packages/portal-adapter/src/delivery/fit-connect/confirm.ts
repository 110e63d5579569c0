import { setTimeout } from 'node:timers/promises';
import { CompactEncrypt } from 'jose';
import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery, DeliveryContext, Receipt, StepContext, StepResult } from '../../contract/delivery.js';
import type { OpenDestination } from './api/destinations.js';
import type { Content } from './content.js';
import { sameTags } from './events/authentication-tags.js';
import { authenticationTags } from './events/security-event.js';
import type { AuthenticationTags } from './events/security-event.js';
import { buildMetadata } from './metadata/build-metadata.js';
import type { UploadedAttachment } from './metadata/build-metadata.js';
import type { AnnouncedProgress } from './progress.js';
import { serviceIdentifier } from './reserve.js';
import { eventsOfSubmission } from './service.js';
import type { FitConnectService } from './service.js';
import type { Recipient } from './encryption/sealed-stream.js';

/** Attempts whose tags are remembered; an older one can no longer be on its way. */
const remembered = 20;

/** Completes a submission, and reads in the event log that FIT-Connect took what we sent. @throws DeliveryError */
export async function complete(
  service: FitConnectService,
  delivery: Delivery,
  content: Content,
  learned: AnnouncedProgress,
  context: StepContext,
): Promise<StepResult> {
  const before = learned.sent.length > 0 ? await taken(service, learned, context) : null;
  if (before) return { progress: learned, receipt: before };
  const destination = await service.destinations.open(learned.destinationId, context);
  const data = await content.data.bytes();
  const metadata = metadataOf(service, delivery, content, learned, data, destination);
  const [encryptedMetadata, encryptedData] = await Promise.all([
    sealed(destination.recipient, 'application/json', metadata),
    sealed(destination.recipient, content.data.mimeType, data),
  ]);
  const sent = [...learned.sent, { metadata: tagOf(encryptedMetadata), data: tagOf(encryptedData) }].slice(-remembered);
  const progress = { ...learned, sent };
  // Kept before it is sent: whatever happens from here on, the event log can be compared with it.
  await context.keep(progress);
  const { call } = service.caller;
  const url = `${service.base}/submissions/${learned.submissionId}`;
  try {
    await call({ method: 'PUT', url, json: { encryptedMetadata, encryptedData }, commits: true }, context);
  } catch (error) {
    // Refused because an attempt before this one came through after all?
    const isRefused = error instanceof DeliveryError && error.kind === 'refused';
    const receipt = isRefused && learned.sent.length > 0 ? await taken(service, progress, context) : null;
    if (!receipt) throw error;
    return { progress, receipt };
  }
  return { progress, receipt: await confirmed(service, progress, context) };
}

/** What the event log says about an attempt to complete it; null: nothing was taken. @throws DeliveryError */
export async function taken(service: FitConnectService, progress: AnnouncedProgress, context: DeliveryContext): Promise<Receipt | null> {
  const events = await eventsOfSubmission(service, progress, context);
  const event = events.find(({ name, issuer }) => name === 'submit' && issuer.toLowerCase() !== progress.destinationId.toLowerCase());
  if (!event) return null;
  const tags = authenticationTags.safeParse((event.payload as { authenticationTags?: unknown } | null)?.authenticationTags);
  if (!tags.success || !ours(progress).some((candidate) => sameTags(candidate, tags.data))) {
    throw new DeliveryError(
      'fit-connect-tags-differ',
      'refused',
      'FIT-Connect has a submission with our number, but not with what we sent: its authentication tags differ. Ask the operator and the recipient.',
    );
  }
  return { counterpartReference: progress.caseId, acceptedAt: event.at };
}

/** The tags of everything we sent under this submission. */
export function ours({ attachments, sent }: AnnouncedProgress): AuthenticationTags[] {
  const uploaded = attachments.flatMap(({ parts, uploaded }) => parts.map((part, index) => [part, uploaded?.tags[index] ?? ''] as const));
  return sent.map(({ metadata, data }) => ({ metadata, data, attachments: Object.fromEntries(uploaded) }));
}

async function confirmed(service: FitConnectService, progress: AnnouncedProgress, context: DeliveryContext): Promise<Receipt> {
  const until = Date.now() + service.configuration.confirmationSeconds * 1000;
  for (let wait = 100; ; wait *= 2) {
    const receipt = await taken(service, progress, context).catch(orElseUnclear);
    if (receipt) return receipt;
    if (Date.now() + wait > until) break;
    await setTimeout(wait, undefined, { signal: context.signal }).catch(() => undefined);
    if (context.signal.aborted) break;
  }
  throw new DeliveryError(
    'fit-connect-not-submitted',
    'unclear',
    'FIT-Connect said that it took the case, but its event log does not. It is asked again.',
  );
}

/** The case was sent: whoever cannot be asked now leaves open whether it arrived. */
function orElseUnclear(error: unknown): never {
  if (!(error instanceof DeliveryError) || error.kind !== 'unavailable') throw error;
  throw new DeliveryError(error.code, 'unclear', `The case was sent, but its event log could not be read: ${error.message}`);
}

function metadataOf(
  { configuration }: FitConnectService,
  delivery: Delivery,
  content: Content,
  { attachments }: AnnouncedProgress,
  bytes: Buffer,
  { replyChannels }: OpenDestination,
): Buffer {
  const { metadata: version, replyChannel, author, caseDescription } = configuration;
  // The applicant's channel should be one of the destination's; without one the office writes a letter.
  const isOffered =
    replyChannel !== undefined && (replyChannels === null || Object.keys(replyChannel).some((name) => replyChannels.includes(name)));
  return buildMetadata(delivery, {
    version,
    serviceIdentifier: serviceIdentifier(configuration, delivery),
    data: { bytes, schemaUri: content.data.schemaUri, mimeType: content.data.mimeType },
    attachments: content.attachments.map((planned, index) => uploadedAs(planned, attachments[index])),
    ...(isOffered && { replyChannel }),
    ...(author && { author }),
    ...(content.description !== undefined && caseDescription && { description: { content: content.description, schemaUri: caseDescription.schemaUri } }), // prettier-ignore
  });
}

function uploadedAs(
  { filename, purpose, mimeType }: Content['attachments'][number],
  attachment: AnnouncedProgress['attachments'][number] | undefined,
): UploadedAttachment {
  if (!attachment?.uploaded) {
    throw new DeliveryError('fit-connect-progress-missing', 'refused', 'An attachment was not uploaded. Start the hand-over again from its first step.'); // prettier-ignore
  }
  const { id, parts, uploaded } = attachment;
  return { id, filename, purpose, mimeType, sha512: uploaded.sha512, ...(parts.length > 1 && { fragments: parts }) };
}

/** Compact JWE (RFC 7516) of what is small enough to be held. */
function sealed({ key, kid }: Recipient, mediaType: string, bytes: Uint8Array): Promise<string> {
  return new CompactEncrypt(bytes).setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid, cty: mediaType }).encrypt(key);
}

function tagOf(jwe: string): string {
  return jwe.slice(jwe.lastIndexOf('.') + 1);
}
