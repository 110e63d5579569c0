import { DeliveryError } from '../../contract/delivery.js';
import type { CapabilitySheet, Delivery, DeliveryConnector, DeliveryStep, StepContext } from '../../contract/delivery.js';
import { createCaseFolder, filedAs, findCaseFolder, folderIn, placeIn, reservePlace } from './case-folder.js';
import type { CmisConfiguration } from './configuration.js';
import { attachMissing, checkFiles } from './documents.js';
import type { Filing } from './documents.js';
import { openRepository } from './repository.js';

/** What an operator should know before pointing a service at a records system. */
export const cmisLimits = {
  names: 'One folder for one key is as good as the repository: it must let no two objects of a folder have the same name.',
  halfway: 'A hand-over that ends half way leaves a folder without its complete mark (complete); without that mark nobody there can tell.',
  byPath: 'Without a query a case is found only under the path that the first step noted.',
} as const;

/**
 * A folder for each case in a records system, by CMIS 1.1 in the Browser Binding (OASIS, section 5).
 * Folders above it (`reserve`), the folder with our key (`create`), a document a file (`attach`), a look at everything (`confirm`).
 */
export function createCmisConnector(configuration: CmisConfiguration): DeliveryConnector {
  const maxBytes = configuration.maxMegabytes === undefined ? undefined : configuration.maxMegabytes * 1_000_000;
  const byQuery = configuration.key.lookup === 'query';
  const sheet: CapabilitySheet = {
    kind: 'records',
    name: 'cmis',
    lookupByKey: byQuery,
    idempotentCreate: true,
    attachments: true,
    statusBack: false,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    limits: [cmisLimits.names, cmisLimits.halfway, ...(byQuery ? [] : [cmisLimits.byPath])],
  };
  const filing = async (delivery: Delivery, { signal, progress }: StepContext): Promise<Filing> => ({
    repository: await openRepository(configuration, signal),
    configuration,
    delivery,
    folder: folderIn(progress),
  });
  return {
    sheet,
    steps: [
      {
        name: 'reserve',
        whenUnclear: 'repeat',
        async run(delivery, { signal }) {
          checkSize(delivery, maxBytes);
          const repository = await openRepository(configuration, signal);
          return { progress: { ...(await reservePlace(repository, configuration, delivery)) } };
        },
      },
      {
        name: 'create',
        async run(delivery, { signal, progress }) {
          const repository = await openRepository(configuration, signal);
          const where = placeIn(progress) ?? (await reservePlace(repository, configuration, delivery));
          const there = await findCaseFolder(repository, configuration, delivery, where);
          return filedAs(there ?? (await createCaseFolder(repository, configuration, delivery, where)), configuration, progress);
        },
        // Without a query only the names under the noted path can be read; running again does that first.
        ...(byQuery ? asked(configuration) : { whenUnclear: 'repeat' }),
      },
      {
        name: 'attach',
        whenUnclear: 'repeat',
        async run(delivery, context) {
          await attachMissing(await filing(delivery, context), (attached) => context.keep({ ...context.progress, attached }));
          return { progress: { ...context.progress, attached: delivery.files.length } };
        },
      },
      {
        name: 'confirm',
        whenUnclear: 'repeat',
        async run(delivery, context) {
          const opened = await filing(delivery, context);
          // Once more: a repository may have confirmed a document and lost it.
          await attachMissing(opened, () => Promise.resolve());
          await checkFiles(opened);
          const { complete } = configuration;
          if (complete) await opened.repository.update(opened.folder, { [complete.property]: complete.value });
          return {};
        },
      },
    ],
  };
}

function asked(configuration: CmisConfiguration): Pick<DeliveryStep, 'whenUnclear' | 'find'> {
  return {
    whenUnclear: 'ask',
    async find(identity, { signal, progress }) {
      const repository = await openRepository(configuration, signal);
      const there = await findCaseFolder(repository, configuration, identity, placeIn(progress));
      return there && filedAs(there, configuration, progress);
    },
  };
}

function checkSize({ files }: Delivery, maxBytes: number | undefined): void {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (maxBytes === undefined || size <= maxBytes) return;
  const message = `The case has ${size} bytes, this target takes ${maxBytes} (maxMegabytes). Hand over the attachments in another way.`;
  throw new DeliveryError('cmis-too-large', 'refused', message);
}
