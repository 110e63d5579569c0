import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { party } from './party.js';

const folder = z.string().refine((path) => isAbsolute(path), 'must be an absolute path');
const mode = z.string().regex(/^0?[0-7]{3}$/, 'must be an octal file mode such as 0600');

/** A records system that takes messages of xdomea 3.0.0 from a folder (docs/connectors/xdomea.md). */
export const xdomeaConfiguration = z
  .strictObject({
    connector: z.literal('xdomea'),
    /** Where messages to the records system are put; on one file system with everything below it. */
    outbox: folder,
    /** Where its confirmations come. */
    inbox: folder,
    /** `0604`: it creates a Vorgang. `0605`: it files what is already one elsewhere. */
    message: z.enum(['0604', '0605']).default('0604'),
    sender: party,
    recipient: party,
    /** Who creates it, as the records system knows us (`Erstellerkennung`). */
    createdBy: z.string().min(1).max(200),
    /** Id of the file (Akte) in the records system into which cases belong (`IDContainer`). */
    container: z.string().min(1).max(200).optional(),
    /** Where it is filed (`Ablageort`); only with 0605. */
    storagePlace: z.string().min(1).max(500).optional(),
    /** Place in the filing plan (`Aktenplaneinheit/Kennzeichen`). */
    filingPlan: z.string().min(1).max(200).optional(),
    /** Largest archive the records system takes. */
    maxMegabytes: z.number().positive().optional(),
    fileMode: mode.default('0600'),
    folderMode: mode.default('0700'),
  })
  .superRefine(({ message, storagePlace, inbox, outbox }, context) => {
    if (storagePlace !== undefined && message === '0604')
      context.addIssue({
        code: 'custom',
        path: ['storagePlace'],
        message: 'must not stand beside message 0604, which has no such element',
      });
    if (inbox === outbox) context.addIssue({ code: 'custom', path: ['inbox'], message: 'must be another folder than outbox' });
  });

export type XdomeaConfiguration = z.infer<typeof xdomeaConfiguration>;
