import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery } from '../../contract/delivery.js';
import { fileBytes } from '../../delivery/file-bytes.js';
import { distinctFileNames } from '../../delivery/file-name.js';
import { folderGone } from './case-folder.js';
import type { CmisConfiguration } from './configuration.js';
import type { Content, PropertyValues } from './form.js';
import { isException } from './outcome.js';
import { documentTemplate } from './placeholders.js';
import type { NumberedFile } from './placeholders.js';
import { contentLength, idOf, textOf } from './properties.js';
import type { Properties } from './properties.js';
import type { Repository } from './repository.js';

/** The case's folder in the repository, and what belongs in it. */
export interface Filing {
  readonly repository: Repository;
  readonly configuration: CmisConfiguration;
  readonly delivery: Delivery;
  /** Object id. */
  readonly folder: string;
}

function filesOf(delivery: Delivery): NumberedFile[] {
  const names = distinctFileNames(delivery.files);
  return delivery.files.map((file, index) => ({ delivery, file, name: names[index] ?? 'Datei', number: index + 1 }));
}

/** Files what is not there yet. Twice is as good as once: what is there is recognised by key and number, or by its name. */
export async function attachMissing(filing: Filing, attached: (count: number) => Promise<void>): Promise<void> {
  let there = await childrenOf(filing);
  for (const file of filesOf(filing.delivery)) {
    const twin = twinOf(there, file, filing.configuration);
    if (!twin) there = await attach(filing, file, there);
    else if (differs(twin, file)) await filing.repository.setContent(idOf(twin), contentOf(file));
    await attached(file.number);
  }
}

/** Is everything in the folder, as it was handed in? @throws DeliveryError `cmis-files-differ` */
export async function checkFiles(filing: Filing): Promise<void> {
  const there = await childrenOf(filing);
  const wrong: number[] = [];
  for (const file of filesOf(filing.delivery)) {
    const twin = twinOf(there, file, filing.configuration);
    const readBack = filing.configuration.verify === 'hash' || (twin && contentLength(twin) === undefined);
    const isRight = twin && !differs(twin, file) && (!readBack || (await filing.repository.contentDigest(idOf(twin))) === file.file.sha256);
    if (!isRight) wrong.push(file.number);
  }
  if (wrong.length === 0) return;
  const message = `In the repository files of the case are missing or are not what was sent (number ${wrong.join(', ')} of ${filing.delivery.files.length}). Look there, then hand the case over again.`;
  throw new DeliveryError('cmis-files-differ', 'refused', message);
}

async function childrenOf({ repository, configuration, folder }: Filing): Promise<Properties[]> {
  try {
    return await repository.children(folder, configuration.key.documentProperty ? [configuration.key.documentProperty] : []);
  } catch (error) {
    if (isException(error, 'objectNotFound')) throw folderGone();
    throw error;
  }
}

/** Files one file under the first free name. @returns what is in the folder then, as far as known */
async function attach(filing: Filing, file: NumberedFile, known: Properties[]): Promise<Properties[]> {
  const { repository, configuration, folder } = filing;
  let there = known;
  for (let count = 1; count <= 20; count += 1) {
    const name = count === 1 ? file.name : file.name.replace(/(\.[^.]{1,15})?$/, ` (${count})$1`);
    try {
      await repository.createDocument(folder, propertiesOf(configuration, file, name), contentOf({ ...file, name }));
      return there;
    } catch (error) {
      if (!isException(error, 'nameConstraintViolation', 'contentAlreadyExists')) throw error;
    }
    // The same file by an attempt at the same time, or a document of somebody else.
    there = await childrenOf(filing);
    if (twinOf(there, file, configuration)) return there;
  }
  const message =
    'In the folder of the case documents of somebody else have the names of its files. Rename them, then hand the case over again.';
  throw new DeliveryError('cmis-name-taken', 'refused', message);
}

function propertiesOf({ document, key }: CmisConfiguration, file: NumberedFile, name: string): PropertyValues {
  const fill = (text: string) => documentTemplate.fill(text, file);
  const type = typeof document.type === 'string' ? document.type : document.type[file.file.purpose];
  return {
    ...Object.fromEntries(
      Object.entries(document.properties).map(([id, value]) => [id, typeof value === 'string' ? fill(value) : value.map(fill)]),
    ),
    ...(key.documentProperty && { [key.documentProperty]: mark(file) }),
    'cmis:name': name,
    'cmis:objectTypeId': type,
  };
}

function mark({ delivery, number }: NumberedFile): string {
  return `${delivery.key}#${number}`;
}

function twinOf(there: readonly Properties[], file: NumberedFile, { key }: CmisConfiguration): Properties | undefined {
  const documents = there.filter((child) => textOf(child, 'cmis:baseTypeId') !== 'cmis:folder');
  const { documentProperty } = key;
  if (documentProperty) return documents.find((child) => textOf(child, documentProperty) === mark(file));
  return documents.find((child) => textOf(child, 'cmis:name')?.normalize('NFC').toLowerCase() === file.name.toLowerCase());
}

function differs(twin: Properties, { file }: NumberedFile): boolean {
  return (contentLength(twin) ?? file.size) !== file.size;
}

function contentOf({ file, name }: NumberedFile): Content {
  return { name, mediaType: file.mediaType, length: file.size, bytes: () => fileBytes(file) };
}
