import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CmisException } from './exception.js';

const value = z.union([z.string(), z.number(), z.boolean()]);
const content = z.object({ file: z.string(), name: z.string(), mediaType: z.string(), length: z.number(), sha256: z.string() });
const version = z.object({ label: z.string(), major: z.boolean(), comment: z.string(), at: z.string(), content: content.optional() });
const stored = z.object({
  id: z.string(),
  typeId: z.string(),
  baseId: z.enum(['cmis:folder', 'cmis:document']),
  /** Null: the root. */
  parentId: z.string().nullable(),
  properties: z.record(z.string(), value),
  createdAt: z.string(),
  changedAt: z.string(),
  /** Of documents, the latest last. */
  versions: z.array(version),
  checkedOut: z.boolean(),
});

export type PropertyValue = z.infer<typeof value>;
export type StoredContent = z.infer<typeof content>;
export type StoredVersion = z.infer<typeof version>;
export type StoredObject = z.infer<typeof stored>;

/** The stand-in's books: a JSON file an object, contents beside them. Changes are in the memory at once, so that names stay unique. */
export interface ObjectStore {
  readonly root: StoredObject;
  all(): readonly StoredObject[];
  find(id: string): StoredObject | undefined;
  children(folder: string): readonly StoredObject[];
  pathOf(object: StoredObject): string;
  /** Keeps a new object, or what has changed. @throws CmisException when the name is taken */
  put(object: StoredObject): Promise<void>;
  remove(object: StoredObject): Promise<void>;
  /** A place for bytes that are coming in. */
  newFile(): string;
  fileOf(content: StoredContent): string;
}

export async function openObjectStore(folder: string, now: () => Date): Promise<ObjectStore> {
  const [books, contents] = [join(folder, 'objekte'), join(folder, 'inhalte')];
  for (const path of [books, contents]) await mkdir(path, { recursive: true, mode: 0o700 });
  const objects = new Map<string, StoredObject>();
  for (const name of (await readdir(books)).filter((one) => one.endsWith('.json'))) {
    const object = stored.parse(JSON.parse(await readFile(join(books, name), 'utf8')));
    objects.set(object.id, object);
  }
  const instant = now().toISOString();
  const found = [...objects.values()].find((object) => object.parentId === null);
  const root = found ?? newObject('cmis:folder', 'cmis:folder', null, { 'cmis:name': '' }, instant);
  objects.set(root.id, root);

  const children = (id: string) =>
    [...objects.values()]
      .filter((object) => object.parentId === id)
      .sort((one, other) => String(one.properties['cmis:name']).localeCompare(String(other.properties['cmis:name']), 'de'));

  async function put(object: StoredObject): Promise<void> {
    const name = String(object.properties['cmis:name']).toLowerCase();
    const taken = object.parentId !== null && children(object.parentId).some((sibling) => sibling.id !== object.id && String(sibling.properties['cmis:name']).toLowerCase() === name); // prettier-ignore
    if (taken) throw new CmisException('nameConstraintViolation', 'Ein Objekt dieses Namens liegt schon in diesem Ordner.');
    objects.set(object.id, object);
    const path = join(books, `${object.id}.json`);
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(object, null, 2), { flush: true });
    await rename(draft, path);
  }
  if (!found) await put(root);

  return {
    root,
    all: () => [...objects.values()],
    find: (id) => objects.get(id),
    children,
    put,
    pathOf(object) {
      const names: string[] = [];
      for (let at: StoredObject | undefined = object; at?.parentId; at = objects.get(at.parentId))
        names.unshift(String(at.properties['cmis:name']));
      return `/${names.join('/')}`;
    },
    async remove(object) {
      objects.delete(object.id);
      await rm(join(books, `${object.id}.json`), { force: true });
      for (const { content: kept } of object.versions) if (kept) await rm(join(contents, kept.file), { force: true });
    },
    newFile: () => join(contents, randomUUID()),
    fileOf: (kept) => join(contents, kept.file),
  };
}

export function newObject(
  typeId: string,
  baseId: StoredObject['baseId'],
  parentId: string | null,
  properties: Record<string, PropertyValue>,
  at: string,
): StoredObject {
  return { id: randomUUID(), typeId, baseId, parentId, properties, createdAt: at, changedAt: at, versions: [], checkedOut: false };
}
