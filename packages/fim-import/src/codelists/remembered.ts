import { stat } from 'node:fs/promises';

/**
 * What was read from a file, for as long as the file stays as it is (by its time and size): schemas of one folder look through the same files for
 * their code lists. The oldest give way to new ones.
 *
 * @param most files that are remembered
 */
export function remembered<Content>(most: number, read: (path: string) => Promise<Content>): (path: string) => Promise<Content> {
  const known = new Map<string, { readonly state: string; readonly content: Content }>();
  return async (path) => {
    const state = await stateOf(path);
    const before = known.get(path);
    if (before !== undefined && before.state === state) return before.content;
    const content = await read(path);
    if (state === null) return content;
    known.delete(path);
    known.set(path, { state, content });
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return content;
  };
}

/** Null: there is no such file, or it was changed so lately that its time may stay the same with the next change. */
async function stateOf(path: string): Promise<string | null> {
  const file = await stat(path, { bigint: true }).catch(() => null);
  if (file === null || Date.now() - Number(file.mtimeMs) < 2_000) return null;
  return [file.ino, file.mtimeNs, file.size].join(' ');
}
