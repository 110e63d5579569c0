import { z } from 'zod';

export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

const submissionSchema = z.object({ schemaUri: z.string().max(2000), mimeType: z.string().max(200) });

const offeredService = z.object({
  identifier: z.string().max(500),
  regions: z.array(z.string()).max(20_000).optional(),
  submissionSchemas: z.array(submissionSchema).max(1000).optional(),
});

/** A destination as everybody sees it. Version 1 says `services`, version 2 `publicServices`. */
export const destination = z
  .object({
    status: z.enum(['created', 'active', 'inactive', 'decommissioned']),
    encryptionKid: z.string().min(1).max(200),
    metadataVersions: z.array(z.string().max(50)).max(100).default([]),
    replyChannels: z.record(z.string(), z.unknown()).nullish(),
    services: z.array(offeredService).max(10_000).optional(),
    publicServices: z.array(offeredService).max(10_000).optional(),
  })
  .transform(({ services, publicServices, replyChannels, ...rest }) => ({
    ...rest,
    services: publicServices ?? services ?? [],
    replyChannels: replyChannels ? Object.keys(replyChannels) : null,
  }));

export type Destination = z.infer<typeof destination>;

export const announced = z.object({ submissionId: uuid, caseId: uuid });

const compact = z.string().max(1_000_000);

export const eventLog = z.object({ totalCount: z.number().int().nonnegative().optional(), eventLog: z.array(compact).max(500) });

const forPickup = z.object({ destinationId: uuid, submissionId: uuid, caseId: uuid });
export const submissionsForPickup = z.object({
  totalCount: z.number().int().nonnegative().optional(),
  submissions: z.array(forPickup).max(500),
});

const service = z.object({ name: z.string().max(2000).optional(), identifier: z.string().max(500) });

/** A submission as its recipient fetches it. */
export const submission = z
  .object({
    destinationId: uuid,
    submissionId: uuid,
    caseId: uuid,
    attachments: z.array(uuid).max(5000).nullish(),
    serviceType: service.optional(),
    publicService: service.optional(),
    encryptedMetadata: z.string(),
    encryptedData: z.string().nullish(),
  })
  .transform(({ serviceType, publicService, attachments, encryptedData, ...rest }) => ({
    ...rest,
    attachments: attachments ?? [],
    encryptedData: encryptedData ?? null,
    service: publicService ?? serviceType ?? null,
  }));

export type Submission = z.infer<typeof submission>;
