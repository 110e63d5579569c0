import { Router } from 'express';
import { commonPages, showing } from '../stand-in/pages.js';
import { behaviourLabels } from './behaviour.js';
import type { CmisBehaviour } from './behaviour.js';
import { propertiesOf } from './object-json.js';
import type { ObjectStore, PropertyValue, StoredObject } from './object-store.js';

const time = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Berlin' });

/** What somebody sees who looks into the stand-in with a browser: its folders, and each object with its properties. */
export function pageRoutes(
  store: ObjectStore,
  system: string,
  behaviour: { current(): CmisBehaviour; set(behaviour: CmisBehaviour): void },
): Router {
  const standIn = { system, standsFor: 'Dieses System steht für eine Aktenablage (DMS).', labels: behaviourLabels, ...behaviour };
  const show = showing(standIn);
  const routes = Router();
  routes.get('/', (_, response) => show(response, 'cmis-tree', 'Ordner und Dokumente', { children: nodesIn(store, store.root.id) }));
  routes.get('/objekte/:id', (request, response, next) => {
    const object = store.find(request.params.id);
    if (!object) return next();
    const facts = Object.entries(propertiesOf(store, object)).map(([name, value]) => ({ name, value: shown(name, value) }));
    const versions = object.versions.map(({ label, content }) => ({ label, link: `/objekte/${object.id}/${label}`, size: content?.length ?? 0, sha256: content?.sha256 ?? '–' })); // prettier-ignore
    show(response, 'cmis-object', nameOf(object) || '/', { facts, versions, children: nodesIn(store, object.id) });
  });
  routes.get('/objekte/:id/:label', (request, response, next) => {
    const content = store.find(request.params.id)?.versions.find((version) => version.label === request.params.label)?.content;
    if (!content) return next();
    // Whatever a citizen uploaded is only saved, never shown.
    response.attachment(content.name).type('application/octet-stream').set('Cache-Control', 'no-store');
    response.sendFile(store.fileOf(content), { dotfiles: 'allow' });
  });
  routes.use(commonPages(standIn, show));
  return routes;
}

interface Node {
  readonly name: string;
  readonly link: string;
  readonly note: string | null;
  readonly children: readonly Node[];
}

function nodesIn(store: ObjectStore, folder: string): Node[] {
  return store.children(folder).map((object) => ({
    name: nameOf(object),
    link: `/objekte/${object.id}`,
    note: noteOn(object),
    children: nodesIn(store, object.id),
  }));
}

function noteOn(object: StoredObject): string | null {
  if (object.baseId === 'cmis:document') return `${(object.versions.at(-1)?.content?.length ?? 0).toLocaleString('de-DE')} Byte`;
  if (object.typeId !== 'akte:vorgang') return null;
  return object.properties['akte:vollstaendig'] === true ? 'vollständig' : 'noch nicht vollständig';
}

function nameOf(object: StoredObject): string {
  return String(object.properties['cmis:name']);
}

function shown(name: string, value: PropertyValue): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value === 'number' && /Date$|eingang$/.test(name)) return time.format(new Date(value));
  return String(value);
}
