import { DeliveryError } from '../../contract/delivery.js';
import type { CaseStatus, StepContext } from '../../contract/delivery.js';
import { z } from 'zod';
import { ours } from './confirm.js';
import { sameTags } from './events/authentication-tags.js';
import { authenticationTags, eventProblem } from './events/security-event.js';
import type { SecurityEvent } from './events/security-event.js';
import { isAnnounced, readProgress } from './progress.js';
import type { AnnouncedProgress } from './progress.js';
import { eventsOfSubmission } from './service.js';
import type { FitConnectService } from './service.js';

const problems = z.object({ problems: z.array(eventProblem).max(100).default([]) });

/** What became of a submission, from its verified events; null: its recipient has not decided. @throws DeliveryError */
export async function statusOf(service: FitConnectService, context: StepContext): Promise<CaseStatus | null> {
  const progress = readProgress(context.progress);
  if (!isAnnounced(progress)) return null;
  const events = await eventsOfSubmission(service, progress, context);
  // Only the destination accepts. Rejecting and deleting is also the service's own, after 14 days without a recipient.
  const isRecipient = ({ issuer }: SecurityEvent): boolean => issuer.toLowerCase() === progress.destinationId.toLowerCase();
  const accepted = events.find((event) => event.name === 'accept' && isRecipient(event));
  const rejected = events.find((event) => event.name === 'reject');
  const deleted = events.find((event) => event.name === 'delete');
  const found = { counterpartReference: progress.caseId };
  if (accepted) {
    checkTags(accepted, progress);
    return { ...found, state: 'accepted', at: accepted.at };
  }
  if (rejected) return { ...found, state: 'rejected', at: rejected.at, reason: reasonIn(rejected) };
  if (deleted) return { ...found, state: 'rejected', at: deleted.at, reason: 'Der Zustelldienst hat die Einreichung gelöscht, ohne dass sie angenommen wurde.' }; // prettier-ignore
  return null;
}

/** What was accepted must be what was sent. An acceptance without tags says nothing about that. */
function checkTags({ payload }: SecurityEvent, progress: AnnouncedProgress): void {
  const given = (payload as { authenticationTags?: unknown } | null)?.authenticationTags;
  if (given === undefined) return;
  const tags = authenticationTags.safeParse(given);
  if (tags.success && ours(progress).some((candidate) => sameTags(candidate, tags.data))) return;
  throw new DeliveryError(
    'fit-connect-tags-differ',
    'refused',
    'The recipient accepted something else than we sent: its authentication tags differ. Ask the operator and the recipient.',
  );
}

function reasonIn({ payload }: SecurityEvent): string {
  const found = problems.safeParse(payload).data?.problems ?? [];
  const words = found.map(({ title, detail, type }) => [title, detail].filter(Boolean).join(': ') || type);
  return words.join('\n').slice(0, 2000) || 'Ohne Begründung.';
}
