import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ArrivedCase, DeliveryHarness } from '../../contract/harness.js';
import type { Manifest } from './case-folder.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';

const caseFoldersIn = async (folder: string): Promise<string[]> => (await readdir(folder)).filter((name) => !name.startsWith('.'));

/** Reads what a recipient of the folder would: every case, by its manifest, with the bytes that are there. */
export async function casesIn(folder: string): Promise<ArrivedCase[]> {
  const names = await caseFoldersIn(folder);
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
  const connect = () => createDeliveryConnector({ connector: 'directory', path });

  /** As a recipient does, who knows a case by the folder that holds its manifest. */
  async function writeFeedback(key: string, content: object | string): Promise<void> {
    for (const name of await caseFoldersIn(path)) {
      const manifest = JSON.parse(await readFile(join(path, name, 'uebergabe.json'), 'utf8')) as Manifest;
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      if (manifest.key === key) await writeFile(join(path, name, 'rueckmeldung.json'), text);
    }
  }

  return {
    path,
    connector: connect(),
    restarted: connect,
    arrived: () => casesIn(path),
    async fault(fault) {
      if (fault !== 'down') throw new Error(`A folder cannot do this: ${fault}`);
      await rename(path, `${path}.unmounted`);
    },
    async decide(key, { state, reason }) {
      await writeFeedback(key, { format: 'serviceportal/rueckmeldung@1', key, state, at: '2026-03-02T08:00:00+01:00', reason });
    },
    garbleStatus: (key) => writeFeedback(key, '{"format":"serviceportal/rueckm'),
    recover: () => rename(`${path}.unmounted`, path),
    strays: async () => (await readdir(parent)).filter((name) => !name.startsWith('uebergabe')),
    close: () => rm(parent, { recursive: true, force: true }),
  };
}
