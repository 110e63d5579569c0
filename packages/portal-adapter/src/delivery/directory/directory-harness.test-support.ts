import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ArrivedCase, DeliveryHarness } from '../../contract/harness.js';
import type { Manifest } from './case-folder.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';

/** Reads what a recipient of the folder would: every case, by its manifest, with the bytes that are there. */
export async function casesIn(folder: string): Promise<ArrivedCase[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  return Promise.all(
    names.map(async (name) => {
      const manifest = JSON.parse(await readFile(join(folder, name, 'uebergabe.json'), 'utf8')) as Manifest;
      const files = await Promise.all(
        manifest.files.map(async ({ path }) => {
          const bytes = await readFile(join(folder, name, path));
          return { name: basename(path), size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
        }),
      );
      return { key: manifest.key, reference: manifest.reference, serviceTitle: manifest.service.title, files };
    }),
  );
}

/** The `directory` connector and its folder. */
export async function directoryHarness(): Promise<DeliveryHarness & { readonly path: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'directory-'));
  const path = join(parent, 'uebergabe');
  await mkdir(path);
  return {
    path,
    connector: createDeliveryConnector({ connector: 'directory', path }),
    arrived: () => casesIn(path),
    async fault(fault) {
      if (fault !== 'down') throw new Error(`A folder cannot do this: ${fault}`);
      await rename(path, `${path}.unmounted`);
    },
    recover: () => rename(`${path}.unmounted`, path),
    strays: async () => (await readdir(parent)).filter((name) => !name.startsWith('uebergabe')),
    close: () => rm(parent, { recursive: true, force: true }),
  };
}
