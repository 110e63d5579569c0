import { isAbsolute } from 'node:path';
import { z } from 'zod';

const mode = z.string().regex(/^0?[0-7]{3}$/, 'must be an octal file mode such as 0600');

/** A folder into which cases are put (docs/connectors/directory.md). */
export const directoryConfiguration = z.strictObject({
  connector: z.literal('directory'),
  /** Absolute path of the folder, on one file system with everything below it. */
  path: z.string().refine((path) => isAbsolute(path), 'must be an absolute path'),
  /** Creates the folder. Leave it off for a network share: when that is not mounted, cases must wait. */
  create: z.boolean().default(false),
  fileMode: mode.default('0600'),
  folderMode: mode.default('0700'),
});

export type DirectoryConfiguration = z.infer<typeof directoryConfiguration>;
