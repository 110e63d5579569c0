import { CmisException } from './exception.js';
import type { ObjectStore, StoredObject, StoredVersion } from './object-store.js';

/** An object, and of a document the version that is meant. */
export interface Found {
  readonly object: StoredObject;
  readonly version: StoredVersion | undefined;
}

/** What a request is about: the object of an id, else of a path. @throws CmisException */
export function findObject(store: ObjectStore, id: string | undefined, path: readonly string[]): Found {
  const object = id === undefined ? byPath(store, path) : store.find(id.split(';')[0] ?? '');
  if (!object) throw new CmisException('objectNotFound', 'Dieses Objekt gibt es nicht.');
  const label = id?.split(';')[1];
  const version = label === undefined ? object.versions.at(-1) : object.versions.find((one) => one.label === label);
  if (label !== undefined && !version) throw new CmisException('objectNotFound', 'Diese Version gibt es nicht.');
  return { object, version };
}

function byPath(store: ObjectStore, path: readonly string[]): StoredObject | undefined {
  let at: StoredObject | undefined = store.root;
  for (const name of path) at = at && store.children(at.id).find((child) => child.properties['cmis:name'] === name);
  return at;
}

export function folderOf(found: Found): StoredObject {
  if (found.object.baseId !== 'cmis:folder') throw new CmisException('invalidArgument', 'Dieses Objekt ist kein Ordner.');
  return found.object;
}

export function documentOf(found: Found): StoredObject {
  if (found.object.baseId !== 'cmis:document') throw new CmisException('streamNotSupported', 'Dieses Objekt hat keinen Inhalt.');
  return found.object;
}
