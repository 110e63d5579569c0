import { readFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import { compareVersions } from './fim-identifier.js';
import { writeWhole } from './write-file.js';

/** `fim` below the folder for caches (XDG Base Directory: XDG_CACHE_HOME, else ~/.cache). */
export function defaultCacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const named = env.XDG_CACHE_HOME ?? '';
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'fim');
}

type Kind = 'schemas' | 'translated-rules';

const endings: Readonly<Record<Kind, string>> = { schemas: '.xml', 'translated-rules': '.json' };

/** What a portal has delivered, one file for each id and version. Portals do not share: each has a folder named after its address. */
export class PortalCache {
  readonly #folder: string;

  /** @param folder need not exist */
  constructor(folder: string, portal: URL) {
    const name = `${portal.host}${portal.pathname}`.replace(/[^a-z0-9.-]+/gi, '_').replace(/_$/, '');
    this.#folder = join(folder, name);
  }

  path(kind: Kind, { id, version = '' }: Identifikation): string {
    return join(this.#folder, kind, `${id}V${version}${endings[kind]}`);
  }

  async read(kind: Kind, identification: Identifikation): Promise<Uint8Array | undefined> {
    return readFile(this.path(kind, identification)).catch(() => undefined);
  }

  write(kind: Kind, identification: Identifikation, content: Uint8Array | string): Promise<void> {
    return writeWhole(this.path(kind, identification), content);
  }

  /** The newest version of a schema that was fetched before. */
  async newest(id: string): Promise<string | undefined> {
    const names = await readdir(join(this.#folder, 'schemas')).catch(() => []);
    const versions = names.flatMap((name) => (name.startsWith(`${id}V`) && name.endsWith('.xml') ? name.slice(id.length + 1, -4) : []));
    return versions.toSorted(compareVersions).at(-1);
  }
}
