import type { AttachmentStore } from '../storage/attachment-store.js';
import { StoreError } from '../storage/store-error.js';

/** Removes files that no row names any more. Those that cannot be removed just now are left to the tidying (`work/leftover-files.ts`). */
export async function removeFiles(files: AttachmentStore, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await files.remove(id);
    } catch (error) {
      if (error instanceof StoreError) return;
      throw error;
    }
  }
}
