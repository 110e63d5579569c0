import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** Where clamd listens and what it takes (docs/connectors/clamd.md). */
export const clamdConfiguration = z
  .strictObject({
    scanner: z.literal('clamd'),
    /** `LocalSocket` of clamd.conf. */
    socket: z
      .string()
      .refine((path) => isAbsolute(path), 'must be an absolute path')
      .optional(),
    /** `TCPAddr` of clamd.conf. clamd speaks without encryption or login: only in a network of one's own. */
    host: z.string().min(1).optional(),
    /** `TCPSocket` of clamd.conf. */
    port: z.number().int().min(1).max(65_535).default(3310),
    /** Seconds for one file, from the connection to the answer. */
    timeoutSeconds: z.number().positive().max(300).default(30),
    /** `StreamMaxLength` of clamd.conf, in MB (10⁶ bytes). */
    maxMegabytes: z.number().positive().max(4000).default(25),
  })
  .superRefine(({ socket, host }, context) => {
    if ((socket === undefined) === (host === undefined)) {
      context.addIssue({ code: 'custom', message: 'either socket or host must be there' });
    }
  });

export type ClamdConfiguration = z.infer<typeof clamdConfiguration>;
