import type { ObjectStore, PropertyValue, StoredObject, StoredVersion } from './object-store.js';
import { typeOf } from './types.js';

/** How an answer is asked for. */
export interface Wish {
  readonly succinct: boolean;
  /** Ids of properties; undefined: all. */
  readonly filter: readonly string[] | undefined;
}

export function wishOf(query: Readonly<Record<string, unknown>>, form?: { control(name: string): string | undefined }): Wish {
  const told = (name: string) => form?.control(name) ?? (typeof query[name] === 'string' ? query[name] : undefined);
  const filter = told('filter');
  return { succinct: told('succinct') === 'true', filter: filter === undefined || filter === '*' ? undefined : filter.split(',') };
}

/** All properties of an object; of a document those of one version. */
export function propertiesOf(store: ObjectStore, object: StoredObject, version = object.versions.at(-1)): Record<string, PropertyValue> {
  const isLatest = version === object.versions.at(-1);
  return {
    ...object.properties,
    'cmis:objectId': isLatest || !version ? object.id : versionId(object, version),
    'cmis:objectTypeId': object.typeId,
    'cmis:baseTypeId': object.baseId,
    'cmis:createdBy': 'portal',
    'cmis:creationDate': Date.parse(object.createdAt),
    'cmis:lastModifiedBy': 'portal',
    'cmis:lastModificationDate': Date.parse(object.changedAt),
    ...(object.baseId === 'cmis:folder' ? folderProperties(store, object) : {}),
    ...(version ? versionProperties(object, version, isLatest) : {}),
  };
}

export function versionId(object: StoredObject, version: StoredVersion): string {
  return `${object.id};${version.label}`;
}

function folderProperties(store: ObjectStore, object: StoredObject): Record<string, PropertyValue> {
  return { ...(object.parentId === null ? {} : { 'cmis:parentId': object.parentId }), 'cmis:path': store.pathOf(object) };
}

function versionProperties(object: StoredObject, version: StoredVersion, isLatest: boolean): Record<string, PropertyValue> {
  return {
    'cmis:isLatestVersion': isLatest,
    'cmis:isMajorVersion': version.major,
    'cmis:versionLabel': version.label,
    'cmis:versionSeriesId': object.id,
    'cmis:isVersionSeriesCheckedOut': object.checkedOut,
    'cmis:checkinComment': version.comment,
    ...(version.content && {
      'cmis:contentStreamLength': version.content.length,
      'cmis:contentStreamMimeType': version.content.mediaType,
      'cmis:contentStreamFileName': version.content.name,
    }),
  };
}

/** An object as CMIS 1.1 writes it: `succinctProperties`, or `properties` with everything about each (section 5.2.11). */
export function objectJson(store: ObjectStore, object: StoredObject, wish: Wish, version?: StoredVersion): object {
  const all = Object.entries(propertiesOf(store, object, version));
  const wanted = all.filter(([id]) => wish.filter === undefined || wish.filter.includes(id));
  if (wish.succinct) return { succinctProperties: Object.fromEntries(wanted) };
  const definitions = typeOf(object.typeId).properties;
  const described = wanted.map(([id, value]) => {
    const type = definitions.find((definition) => definition.id === id)?.propertyType ?? 'string';
    return [id, { id, localName: id, displayName: id, queryName: id, type, cardinality: 'single', value }];
  });
  return { properties: Object.fromEntries(described) as object };
}
