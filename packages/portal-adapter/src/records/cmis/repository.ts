import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { CmisConfiguration } from './configuration.js';
import { conversation } from './conversation.js';
import { multipart, propertyControls, urlEncoded } from './form.js';
import type { Content, PropertyValues } from './form.js';
import { CmisError, isException } from './outcome.js';
import { childrenIn, objectIn, resultsIn } from './properties.js';
import type { Properties } from './properties.js';

/** One repository, as far as filing a case needs it. Every method @throws DeliveryError */
export interface Repository {
  /** @param path from the root, e.g. `/Portal/2026`. Null: nothing is there. */
  byPath(path: string): Promise<Properties | null>;
  byId(id: string): Promise<Properties | null>;
  children(folder: string, properties: readonly string[]): Promise<Properties[]>;
  /** @returns at most a few; who asks wants one */
  query(statement: string): Promise<readonly Properties[]>;
  createFolder(parent: string, properties: PropertyValues): Promise<Properties>;
  createDocument(folder: string, properties: PropertyValues, content: Content): Promise<void>;
  setContent(document: string, content: Content): Promise<void>;
  update(object: string, properties: PropertyValues): Promise<void>;
  /** Lower-case hex SHA-256 of a document's bytes, read back. */
  contentDigest(document: string): Promise<string>;
}

const pageSize = 100;
/** More children than any case has; a repository that always says there are more ends here. */
const mostPages = 50;

const repositories = z.record(z.string(), z.object({ repositoryUrl: z.string(), rootFolderUrl: z.string() }));

/** Asks the service address for the repository and its addresses (CMIS 1.1, section 5.3). @throws DeliveryError */
export async function openRepository(configuration: CmisConfiguration, signal: AbortSignal): Promise<Repository> {
  const talk = conversation(configuration, signal);
  const listed = repositories.safeParse(await talk.ask(new URL(configuration.url))).data?.[configuration.repository];
  if (!listed) {
    const message = `At ${new URL(configuration.url).host} there is no repository „${configuration.repository}“. Check url and repository of this target.`;
    throw new DeliveryError('cmis-repository-unknown', 'refused', message);
  }
  const root = (parameters: Record<string, string>, path = '') => at(configuration.url, listed.rootFolderUrl + path, parameters);
  const created = (answer: unknown): Properties => objectIn(answer) ?? unreadable();
  const files = (controls: [string, string][], content: Content) =>
    multipart([...controls, ['succinct', 'true'], ['_charset_', 'UTF-8']], content);

  const object = async (url: URL): Promise<Properties | null> => {
    try {
      return objectIn(await talk.ask(url)) ?? notAnObject();
    } catch (error) {
      if (isException(error, 'objectNotFound')) return null;
      throw error;
    }
  };
  const asked = { cmisselector: 'object', succinct: 'true' };

  return {
    byPath: (path) => object(root(asked, path.split('/').map(encodeURIComponent).join('/'))),
    byId: (id) => object(root({ ...asked, objectId: id })),
    async children(folder, properties) {
      const found: Properties[] = [];
      const filter = ['cmis:objectId', 'cmis:name', 'cmis:baseTypeId', 'cmis:contentStreamLength', ...properties].join();
      for (let count = 0; count < mostPages; count += 1) {
        const page = { objectId: folder, cmisselector: 'children', succinct: 'true', filter, maxItems: String(pageSize) };
        const answer = childrenIn(await talk.ask(root({ ...page, skipCount: String(found.length) }))) ?? notAnObject();
        found.push(...answer.objects);
        if (!answer.more || answer.objects.length === 0) break;
      }
      return found;
    },
    async query(statement) {
      const controls = { cmisaction: 'query', statement, searchAllVersions: 'false', maxItems: '5', succinct: 'true' };
      const answer = await talk.post(at(configuration.url, listed.repositoryUrl, {}), urlEncoded(Object.entries(controls)), {
        writes: false,
      });
      return resultsIn(answer) ?? notAnObject();
    },
    async createFolder(parent, properties) {
      const controls: [string, string][] = [['cmisaction', 'createFolder'], ...propertyControls(properties), ['succinct', 'true']];
      return created(await talk.post(root({ objectId: parent }), urlEncoded(controls)));
    },
    async createDocument(folder, properties, content) {
      const state = configuration.versioningState;
      const controls: [string, string][] = [['cmisaction', 'createDocument'], ...propertyControls(properties)];
      if (state) controls.push(['versioningState', state]);
      created(await talk.post(root({ objectId: folder }), files(controls, content)));
    },
    async setContent(document, content) {
      created(await talk.post(root({ objectId: document }), files([['cmisaction', 'setContent'], ['overwriteFlag', 'true']], content))); // prettier-ignore
    },
    async update(object, properties) {
      const controls: [string, string][] = [['cmisaction', 'update'], ...propertyControls(properties), ['succinct', 'true']];
      created(await talk.post(root({ objectId: object }), urlEncoded(controls)));
    },
    async contentDigest(document) {
      const hash = createHash('sha256');
      for await (const piece of talk.download(root({ objectId: document, cmisselector: 'content' }))) hash.update(piece);
      return hash.digest('hex');
    },
  };
}

/**
 * An address the repository gave, always at the host that is configured: behind a proxy a repository names the host it believes to
 * have, and the password goes nowhere else.
 */
function at(configured: string, given: string, parameters: Record<string, string>): URL {
  const told = new URL(given, configured);
  const url = new URL(configured);
  // Set, not parsed: a path that begins with // would name another host.
  url.pathname = told.pathname;
  url.search = told.search;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

function unreadable(): never {
  throw new CmisError('cmis-answer-unclear', 'unclear', 'The repository answered, but not with the object that was made or changed.', '');
}

function notAnObject(): never {
  const message = 'The repository answered a question with JSON that CMIS 1.1 does not have. Check url of this target.';
  throw new CmisError('cmis-answer-unreadable', 'unavailable', message, '');
}
