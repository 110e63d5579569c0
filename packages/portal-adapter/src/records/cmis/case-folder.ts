import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery, DeliveryIdentity, Progress, Receipt, StepResult, Supplement } from '../../contract/delivery.js';
import { keyDigest } from '../../delivery/directory/places.js';
import type { CmisConfiguration } from './configuration.js';
import type { PropertyValues } from './form.js';
import { isException } from './outcome.js';
import { caseTemplate, folderNames } from './placeholders.js';
import { idOf, instantOf, textOf } from './properties.js';
import type { Properties } from './properties.js';
import type { Repository } from './repository.js';

/** Cases of one name in one folder: a number with several supplements has a handful. */
const mostOfOneName = 50;

const place = z.object({ parent: z.string(), parentPath: z.string(), name: z.string() });
const filed = z.object({ folder: z.string() });

/** Where the case's folder belongs; learned by `reserve`. */
export type Place = z.infer<typeof place>;

export function placeIn(progress: Progress): Place | undefined {
  return place.safeParse(progress).data;
}

/** @throws DeliveryError when `create` has not told */
export function folderIn(progress: Progress): string {
  const known = filed.safeParse(progress).data;
  if (!known) throw folderGone();
  return known.folder;
}

export function folderGone(): DeliveryError {
  const message =
    'The folder of the case is no longer in the repository. Look whether it was moved or deleted there, then hand the case over again.';
  return new DeliveryError('cmis-folder-gone', 'refused', message);
}

/** Finds or creates what is above the case's folder. Twice is as good as once: names are unique in a folder. */
export async function reservePlace(repository: Repository, configuration: CmisConfiguration, delivery: Delivery): Promise<Place> {
  const names = folderNames(configuration.folderPath, delivery);
  const name = names.pop() ?? '';
  const application = delivery.supplement && (await applicationOf(repository, configuration, delivery.supplement));
  const applicationPath = application ? textOf(application, 'cmis:path') : undefined;
  if (application && applicationPath !== undefined) {
    const label = delivery.supplement?.kind === 'withdrawal' ? 'Rücknahme' : 'Nachtrag';
    return { parent: idOf(application), parentPath: applicationPath, name: `${label} ${keyDigest(delivery.key).slice(0, 12)}` };
  }
  const parentPath = names.map((one) => `/${one}`).join('');
  const there = await repository.byPath(parentPath);
  if (there) return { parent: idOf(there), parentPath, name };
  let [parent, path] = [await repository.byPath(''), ''];
  for (const one of names) {
    path += `/${one}`;
    const below =
      (await repository.byPath(path)) ?? (await create(repository, parent, { 'cmis:name': one, 'cmis:objectTypeId': 'cmis:folder' }));
    parent = below ?? (await repository.byPath(path));
  }
  if (!parent) throw folderGone();
  return { parent: idOf(parent), parentPath, name };
}

/** The folder of the application that a supplement belongs to: by its key, or by the object id that its receipt told. */
async function applicationOf(
  repository: Repository,
  configuration: CmisConfiguration,
  { of, counterpartReference }: Supplement,
): Promise<Properties | null> {
  const found = await byKey(repository, configuration, of);
  if (found || counterpartReference === undefined || configuration.referenceProperty !== 'cmis:objectId') return found ?? null;
  return repository.byId(counterpartReference);
}

/** The case's folder, if it is there. By query, and by the names it can have: indexes for queries lag behind. */
export async function findCaseFolder(
  repository: Repository,
  configuration: CmisConfiguration,
  { key }: DeliveryIdentity,
  where: Place | undefined,
): Promise<Properties | null> {
  const found = await byKey(repository, configuration, key);
  if (found || !where) return found ?? null;
  for (let count = 1; count <= mostOfOneName; count += 1) {
    const there = await repository.byPath(`${where.parentPath}/${numbered(where.name, count)}`);
    if (!there) return null;
    if (textOf(there, 'cmis:baseTypeId') === 'cmis:folder' && isOf(there, configuration, key)) return there;
  }
  return null;
}

/** Creates the case's folder under the first free name, marked with our key. */
export async function createCaseFolder(
  repository: Repository,
  configuration: CmisConfiguration,
  delivery: Delivery,
  where: Place,
): Promise<Properties> {
  const { folder, key } = configuration;
  const filledIn = Object.entries(folder.properties).map(([id, value]) => [id, filled(value, delivery)] as const);
  const properties = { ...Object.fromEntries(filledIn), ...(key.property && { [key.property]: delivery.key }) };
  for (let count = 1; count <= mostOfOneName; count += 1) {
    const name = numbered(where.name, count);
    const made = await create(
      repository,
      { 'cmis:objectId': where.parent },
      { ...properties, 'cmis:name': name, 'cmis:objectTypeId': folder.type },
    );
    if (made) return made;
    const there = await repository.byPath(`${where.parentPath}/${name}`);
    if (there && isOf(there, configuration, delivery.key)) return there;
  }
  const message = `In the repository ${mostOfOneName} folders have the name of this case already. Give folderPath a placeholder that tells cases apart, such as {keyDigest}.`;
  throw new DeliveryError('cmis-name-taken', 'refused', message);
}

export function filedAs(folder: Properties, configuration: CmisConfiguration, before: Progress): StepResult {
  const id = idOf(folder);
  const receipt: Receipt = {
    counterpartReference: textOf(folder, configuration.referenceProperty) ?? id,
    acceptedAt: instantOf(folder, 'cmis:creationDate') ?? new Date(0).toISOString(),
  };
  return { progress: { ...before, folder: id }, receipt };
}

async function byKey(repository: Repository, { key, folder }: CmisConfiguration, wanted: string): Promise<Properties | undefined> {
  if (key.lookup !== 'query' || !key.property) return undefined;
  const literal = wanted.replace(/[\\']/g, '\\$&');
  const hits = await repository.query(`SELECT cmis:objectId FROM ${key.queryType ?? folder.type} WHERE ${key.property} = '${literal}'`);
  // An index may still know what has been deleted, and tells less than the object itself.
  const found = (await Promise.all(hits.map((hit) => repository.byId(idOf(hit))))).filter((object) => object !== null);
  if (found.length <= 1) return found[0];
  const message = `In the repository ${found.length} folders carry the key of this case. Decide which one holds, and remove the key from the others.`;
  throw new DeliveryError('cmis-key-twice', 'refused', message);
}

/** Null: the name is taken. Some repositories say `contentAlreadyExists` for folders too. */
async function create(repository: Repository, parent: Properties | null, properties: PropertyValues): Promise<Properties | null> {
  if (!parent) throw folderGone();
  try {
    return await repository.createFolder(idOf(parent), properties);
  } catch (error) {
    if (isException(error, 'nameConstraintViolation', 'contentAlreadyExists')) return null;
    throw error;
  }
}

function isOf(folder: Properties, { key }: CmisConfiguration, wanted: string): boolean {
  // Without a property the name holds the digest of the key, so that a folder of this name is of this case.
  return key.property === undefined || textOf(folder, key.property) === wanted;
}

function numbered(name: string, count: number): string {
  return count === 1 ? name : `${name} (${count})`;
}

function filled(value: string | readonly string[], delivery: Delivery): string | string[] {
  return typeof value === 'string' ? caseTemplate.fill(value, delivery) : value.map((one) => caseTemplate.fill(one, delivery));
}
