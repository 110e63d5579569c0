import { rm } from 'node:fs/promises';
import { CmisException } from './exception.js';
import { documentOf, folderOf } from './lookup.js';
import type { Found } from './lookup.js';
import { newObject } from './object-store.js';
import type { ObjectStore, StoredContent, StoredObject } from './object-store.js';
import type { PostedForm } from './posted-form.js';
import { typedProperties } from './typed-properties.js';
import { typeOf } from './types.js';
import type { TypeDefinition } from './types.js';

/** What a request changed. */
export interface Change {
  readonly status: 200 | 201;
  /** Null: it was deleted. */
  readonly object: StoredObject | null;
  /** Makes it as if it had never been. */
  undo(): Promise<void>;
}

export interface Write {
  readonly store: ObjectStore;
  readonly form: PostedForm;
  readonly found: Found;
  /** ISO instant. */
  readonly at: string;
}

type Action = (write: Write) => Promise<Change>;

/** By `cmisaction` (CMIS 1.1, section 5.4.3). */
export const actions: Readonly<Record<string, Action>> = {
  async createFolder({ store, form, found, at }) {
    const type = typeFor(form, 'cmis:folder');
    return created(
      store,
      newObject(
        type.id,
        'cmis:folder',
        folderOf(found).id,
        withFileNumber(typedProperties(form.properties, type, 'create'), type, store),
        at,
      ),
    );
  },
  async createDocument({ store, form, found, at }) {
    const type = typeFor(form, 'cmis:document');
    const object = newObject(type.id, 'cmis:document', folderOf(found).id, typedProperties(form.properties, type, 'create'), at);
    const state = form.control('versioningState') ?? (type.versionable ? 'major' : 'none');
    if ((state !== 'none') !== type.versionable)
      throw new CmisException('constraint', `versioningState „${state}“ passt nicht zum Objekttyp „${type.id}“.`);
    object.versions.push({ label: state === 'minor' ? '0.1' : '1.0', major: state !== 'minor', comment: '', at, ...content(form.content) });
    return created(store, object);
  },
  async update({ store, form, found, at }) {
    return changed(store, found.object, at, (object) => {
      object.properties = { ...object.properties, ...typedProperties(form.properties, typeOf(object.typeId), 'update') };
    });
  },
  async setContent({ store, form, found, at }) {
    const latest = documentOf(found).versions.at(-1);
    if (latest?.content && form.control('overwriteFlag') === 'false')
      throw new CmisException('contentAlreadyExists', 'Das Dokument hat schon einen Inhalt.');
    return changed(store, found.object, at, (object) => {
      const version = object.versions.at(-1);
      if (version) object.versions[object.versions.length - 1] = { ...version, ...content(form.content) };
    });
  },
  async checkOut({ store, found, at }) {
    if (!typeOf(documentOf(found).typeId).versionable) throw new CmisException('constraint', 'Dieser Objekttyp hat keine Versionen.');
    if (found.object.checkedOut) throw new CmisException('versioning', 'Das Dokument ist schon ausgecheckt.');
    return changed(store, found.object, at, (object) => void (object.checkedOut = true), 201);
  },
  async cancelCheckOut({ store, found, at }) {
    if (!found.object.checkedOut) throw new CmisException('versioning', 'Das Dokument ist nicht ausgecheckt.');
    return changed(store, found.object, at, (object) => void (object.checkedOut = false));
  },
  async checkIn({ store, form, found, at }) {
    if (!documentOf(found).checkedOut) throw new CmisException('versioning', 'Das Dokument ist nicht ausgecheckt.');
    const major = form.control('major') !== 'false';
    const change = (object: StoredObject): void => {
      const last = object.versions.at(-1);
      const [high = 0, low = 0] = (last?.label ?? '0.0').split('.').map(Number);
      const label = major ? `${high + 1}.0` : `${high}.${low + 1}`;
      const kept = form.content ? content(form.content) : content(last?.content);
      object.versions.push({ label, major, comment: form.control('checkinComment') ?? '', at, ...kept });
      object.checkedOut = false;
    };
    return changed(store, found.object, at, change, 201);
  },
  async delete({ store, found }) {
    if (store.children(found.object.id).length > 0) throw new CmisException('constraint', 'Der Ordner ist nicht leer.');
    return removed(store, found.object);
  },
  async deleteTree({ store, found }) {
    const below = (object: StoredObject): StoredObject[] => store.children(object.id).flatMap((child) => [...below(child), child]);
    for (const object of below(folderOf(found))) await store.remove(object);
    return removed(store, found.object);
  },
};

function typeFor(form: PostedForm, baseId: TypeDefinition['baseId']): TypeDefinition {
  const type = typeOf(form.properties.get('cmis:objectTypeId')?.[0] ?? '');
  if (type.baseId !== baseId) throw new CmisException('constraint', `Der Objekttyp „${type.id}“ ist hier nicht möglich.`);
  return type;
}

/** A records system gives each case a file number of its own. */
function withFileNumber(properties: StoredObject['properties'], type: TypeDefinition, store: ObjectStore): StoredObject['properties'] {
  if (type.id !== 'akte:vorgang') return properties;
  const count = store.all().filter((object) => object.typeId === type.id).length;
  return { ...properties, 'akte:aktenzeichen': `20.4-${String(count + 1).padStart(5, '0')}` };
}

function content(posted: StoredContent | undefined): { content?: StoredContent } {
  return posted ? { content: posted } : {};
}

async function created(store: ObjectStore, object: StoredObject): Promise<Change> {
  try {
    await store.put(object);
  } catch (error) {
    for (const { content: kept } of object.versions) if (kept) await rm(store.fileOf(kept), { force: true });
    throw error;
  }
  return { status: 201, object, undo: () => store.remove(object) };
}

async function changed(
  store: ObjectStore,
  object: StoredObject,
  at: string,
  change: (object: StoredObject) => void,
  status: Change['status'] = 200,
): Promise<Change> {
  const after = structuredClone(object);
  change(after);
  after.changedAt = at;
  await store.put(after);
  return { status, object: after, undo: () => store.put(object) };
}

async function removed(store: ObjectStore, object: StoredObject): Promise<Change> {
  if (object.parentId === null) throw new CmisException('constraint', 'Der oberste Ordner bleibt.');
  await store.remove(object);
  return { status: 200, object: null, undo: () => store.put(object) };
}
