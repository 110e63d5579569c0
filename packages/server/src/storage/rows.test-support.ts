import type { Kysely } from 'kysely';
import { smallService } from '../small-service.test-support.js';
import { insertApplication } from './applications.js';
import { insertDelivery } from './deliveries.js';
import type { DraftRow } from './drafts.js';
import { keepPackage } from './packages.js';
import type { Tables } from './tables.js';

const at = '2026-12-24T12:00:00.000Z';

export async function keepSmallService(database: Kysely<Tables>): Promise<void> {
  const { digest, key, version } = smallService;
  await keepPackage(database, { digest, key, version, content: JSON.stringify(smallService), stored_at: at });
}

/** A draft that nobody opens. */
export const aDraft = (id: string): DraftRow => ({
  id,
  package_digest: smallService.digest,
  ciphertext: Buffer.alloc(0),
  revision: 1,
  created_at: at,
  updated_at: at,
  expires_at: at,
});

/** A row for an application whose content nobody opens. */
export async function anApplication(database: Kysely<Tables>, id: string): Promise<void> {
  const empty = Buffer.alloc(0);
  await insertApplication(database, {
    id,
    reference: `PR-${id.toUpperCase()}`,
    package_key: smallService.key,
    package_digest: smallService.digest,
    state: 'submitted',
    submitted_at: at,
    updated_at: at,
    sealed: empty,
    wrapped_key: empty,
    access_digest: '',
    code_digest: '',
  });
}

/** An application and its delivery to the target `ablage`. */
export async function aDelivery(database: Kysely<Tables>, applicationId: string, due: string): Promise<void> {
  await anApplication(database, applicationId);
  await insertDelivery(database, { id: `${applicationId}.ablage`, applicationId, target: 'ablage', state: 'pending', at: due });
}
