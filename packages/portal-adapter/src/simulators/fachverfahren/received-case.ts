import { z } from 'zod';

const file = z.object({
  part: z.string().regex(/^[\w-]{1,40}$/),
  name: z.string().min(1).max(255),
  mediaType: z.string().max(200),
  size: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  purpose: z.enum(['data', 'form', 'attachment']),
});

const declaration = z.object({
  key: z.string().min(1),
  kind: z.enum(['declaration', 'consent']),
  given: z.boolean(),
  text: z.string().min(1),
  withdrawal: z.string().optional(),
  language: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
});

/** The part `case` of a delivery (docs/connectors/http.md), as far as the stand-in needs it. */
export const caseDescription = z.object({
  format: z.literal('serviceportal/case@1'),
  key: z.string().min(1).max(255),
  reference: z.string().min(1).max(100),
  submittedAt: z.iso.datetime({ offset: true }),
  service: z.object({ key: z.string(), version: z.string(), title: z.string(), leika: z.array(z.string()) }),
  municipality: z.object({ name: z.string(), ars: z.string() }),
  supplement: z.object({ kind: z.enum(['answer', 'withdrawal']), of: z.string() }).optional(),
  declarations: z.array(declaration).max(100).optional(),
  files: z.array(file).max(500),
});

export type ReceivedDescription = z.infer<typeof caseDescription>;
export type ReceivedFile = z.infer<typeof file>;

/** What the clerk at the stand-in can decide. */
export const decisions = ['accepted', 'rejected', 'closed'] as const;

const caseStatus = z.object({ state: z.enum(decisions), at: z.string(), reason: z.string().optional() });

export type DecidedStatus = z.infer<typeof caseStatus>;

export const receivedCase = caseDescription.extend({ caseNumber: z.string(), receivedAt: z.string(), status: caseStatus.optional() });

/** A case in the stand-in's books. */
export type ReceivedCase = z.infer<typeof receivedCase>;
