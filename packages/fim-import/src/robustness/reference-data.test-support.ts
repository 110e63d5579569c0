import { join, resolve } from 'node:path';

/** As `shared` of the test support, for processes without jest. They run from the folder of the repository. */
export const referenceData = join(resolve(process.env.SHARED_DIR ?? join(process.cwd(), '..', 'shared')), 'fim');
