import { CmisException } from './exception.js';

/** A property of a type (CMIS 1.1, section 2.1.3.3), as far as the stand-in needs it. */
export interface PropertyDefinition {
  readonly id: string;
  readonly propertyType: 'string' | 'id' | 'boolean' | 'integer' | 'datetime';
  readonly updatability: 'readonly' | 'readwrite' | 'oncreate';
  readonly required: boolean;
}

export interface TypeDefinition {
  readonly id: string;
  readonly displayName: string;
  readonly baseId: 'cmis:folder' | 'cmis:document';
  readonly parentId: string | null;
  readonly versionable: boolean;
  readonly properties: readonly PropertyDefinition[];
}

function property(
  id: string,
  propertyType: PropertyDefinition['propertyType'] = 'string',
  updatability: PropertyDefinition['updatability'] = 'readwrite',
  required = false,
): PropertyDefinition {
  return { id, propertyType, updatability, required };
}

const ofEveryObject = [
  property('cmis:name', 'string', 'readwrite', true),
  property('cmis:description'),
  property('cmis:objectId', 'id', 'readonly'),
  property('cmis:objectTypeId', 'id', 'oncreate', true),
  property('cmis:baseTypeId', 'id', 'readonly'),
  property('cmis:createdBy', 'string', 'readonly'),
  property('cmis:creationDate', 'datetime', 'readonly'),
  property('cmis:lastModifiedBy', 'string', 'readonly'),
  property('cmis:lastModificationDate', 'datetime', 'readonly'),
];
const ofFolders = [...ofEveryObject, property('cmis:parentId', 'id', 'readonly'), property('cmis:path', 'string', 'readonly')];
const ofDocuments = [
  ...ofEveryObject,
  property('cmis:isLatestVersion', 'boolean', 'readonly'),
  property('cmis:isMajorVersion', 'boolean', 'readonly'),
  property('cmis:versionLabel', 'string', 'readonly'),
  property('cmis:versionSeriesId', 'id', 'readonly'),
  property('cmis:isVersionSeriesCheckedOut', 'boolean', 'readonly'),
  property('cmis:checkinComment', 'string', 'readonly'),
  property('cmis:contentStreamLength', 'integer', 'readonly'),
  property('cmis:contentStreamMimeType', 'string', 'readonly'),
  property('cmis:contentStreamFileName', 'string', 'readonly'),
];

/** The types of the stand-in: the two of CMIS, and one each for cases and their papers, as a records system has them. */
export const types: readonly TypeDefinition[] = [
  { id: 'cmis:folder', displayName: 'Ordner', baseId: 'cmis:folder', parentId: null, versionable: false, properties: ofFolders },
  { id: 'cmis:document', displayName: 'Dokument', baseId: 'cmis:document', parentId: null, versionable: false, properties: ofDocuments },
  {
    id: 'akte:vorgang',
    displayName: 'Vorgang',
    baseId: 'cmis:folder',
    parentId: 'cmis:folder',
    versionable: false,
    properties: [
      ...ofFolders,
      property('akte:uebergabeschluessel'),
      property('akte:vorgangsnummer'),
      property('akte:leistung'),
      property('akte:eingang', 'datetime'),
      property('akte:vollstaendig', 'boolean'),
      property('akte:aktenzeichen', 'string', 'readonly'),
    ],
  },
  {
    id: 'akte:schriftstueck',
    displayName: 'Schriftstück',
    baseId: 'cmis:document',
    parentId: 'cmis:document',
    versionable: true,
    properties: [...ofDocuments, property('akte:dateischluessel'), property('akte:zweck')],
  },
];

export function typeOf(id: string): TypeDefinition {
  const found = types.find((type) => type.id === id);
  if (!found) throw new CmisException('objectNotFound', `Der Objekttyp „${id}“ ist nicht eingerichtet.`);
  return found;
}
