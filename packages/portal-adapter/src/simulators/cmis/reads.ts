import type { Request, Response } from 'express';
import { CmisException } from './exception.js';
import { documentOf, findObject, folderOf } from './lookup.js';
import { objectJson, wishOf } from './object-json.js';
import { runQuery } from './query.js';
import type { ObjectStore } from './object-store.js';
import { typeOf, types } from './types.js';
import type { TypeDefinition } from './types.js';

export const repositoryId = 'portal';

/** What the service address and `repositoryInfo` tell (CMIS 1.1, section 5.3.1). */
export function repositoryInfo(store: ObjectStore, base: string): object {
  return {
    repositoryId,
    repositoryName: 'Aktenablage (Attrappe)',
    repositoryDescription: '',
    vendorName: 'serviceportal',
    productName: 'serviceportal',
    productVersion: '1',
    rootFolderId: store.root.id,
    cmisVersionSupported: '1.1',
    capabilities: { capabilityQuery: 'metadataonly', capabilityContentStreamUpdatability: 'anytime', capabilityGetDescendants: false },
    repositoryUrl: `${base}/${repositoryId}`,
    rootFolderUrl: `${base}/${repositoryId}/root`,
  };
}

/** `cmisselector` at the repository's address. */
export function readRepository(store: ObjectStore, request: Request, base: string): object {
  const { cmisselector = 'repositoryInfo', typeId, statement, maxItems, skipCount } = request.query as Record<string, string | undefined>;
  switch (cmisselector) {
    case 'repositoryInfo':
      return { [repositoryId]: repositoryInfo(store, base) };
    case 'typeDefinition':
      return typeJson(typeOf(typeId ?? ''));
    case 'typeChildren': {
      const found = types.filter((type) => type.parentId === (typeId ?? null));
      return { types: found.map(typeJson), hasMoreItems: false, numItems: found.length };
    }
    case 'query':
      return runQuery(store, statement ?? '', wishOf(request.query), count(maxItems, 100), count(skipCount, 0));
    default:
      throw new CmisException('notSupported', `cmisselector „${cmisselector}“ gibt es hier nicht.`);
  }
}

/** `cmisselector` at an object's address. */
export function readObject(store: ObjectStore, request: Request, response: Response, path: readonly string[]): void {
  const { cmisselector, objectId, maxItems, skipCount } = request.query as Record<string, string | undefined>;
  const found = findObject(store, objectId, path);
  const { object, version } = found;
  const wish = wishOf(request.query);
  switch (cmisselector ?? (object.baseId === 'cmis:folder' ? 'children' : 'content')) {
    case 'object':
      return void response.json(objectJson(store, object, wish, version));
    case 'properties': {
      const [only] = Object.values(objectJson(store, object, wish, version)) as object[];
      return void response.json(only);
    }
    case 'children': {
      const all = store.children(folderOf(found).id);
      const page = all.slice(count(skipCount, 0)).slice(0, count(maxItems, 100));
      const objects = page.map((child) => ({ object: objectJson(store, child, wish) }));
      const hasMoreItems = count(skipCount, 0) + page.length < all.length;
      return void response.json({ objects, hasMoreItems, numItems: all.length });
    }
    case 'parents':
    case 'parent': {
      const parent = object.parentId === null ? undefined : store.find(object.parentId);
      if (cmisselector === 'parent' && parent) return void response.json(objectJson(store, parent, wish));
      return void response.json(parent ? [{ object: objectJson(store, parent, wish) }] : []);
    }
    case 'versions':
      return void response.json([...documentOf(found).versions].reverse().map((one) => objectJson(store, object, wish, one)));
    case 'content': {
      documentOf(found);
      if (!version?.content) throw new CmisException('constraint', 'Das Dokument hat keinen Inhalt.');
      response.attachment(version.content.name).type('application/octet-stream');
      return response.sendFile(store.fileOf(version.content), { dotfiles: 'allow' });
    }
    default:
      throw new CmisException('notSupported', `cmisselector „${String(cmisselector)}“ gibt es hier nicht.`);
  }
}

function count(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new CmisException('invalidArgument', 'maxItems und skipCount sind ganze Zahlen.');
  return Number(text);
}

function typeJson(type: TypeDefinition): object {
  const properties = type.properties.map((property) => [
    property.id,
    { ...property, localName: property.id, queryName: property.id, displayName: property.id, cardinality: 'single', queryable: true },
  ]);
  const { id, displayName, baseId, parentId, versionable } = type;
  return { id, localName: id, queryName: id, displayName, baseId, parentId, versionable, creatable: true, fileable: true, queryable: true, propertyDefinitions: Object.fromEntries(properties) as object }; // prettier-ignore
}
