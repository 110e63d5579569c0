import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { openZip } from '../../records/xdomea/zip/read-zip.js';
import { commonPages, showing } from '../stand-in/pages.js';
import { behaviourLabels } from './behaviour.js';
import type { XdomeaBehaviour } from './behaviour.js';
import type { FiledRecord, FileRoom } from './file-room.js';

const time = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
const inBerlin = (instant: string) => `${time.format(new Date(instant)).replace(',', '')} Uhr`;

/** What somebody sees who looks into the stand-in with a browser: what was filed, and the files of each Vorgang. */
export function pageRoutes(
  room: FileRoom,
  folder: string,
  system: string,
  behaviour: { current(): XdomeaBehaviour; set(behaviour: XdomeaBehaviour): void },
): Router {
  const standsFor = 'Dieses System steht für eine Aktenablage, die xdomea-Nachrichten aus einem Ordner holt.';
  const standIn = { system, standsFor, labels: behaviourLabels, ...behaviour };
  const show = showing(standIn);
  const routes = Router();
  const find = async (id: string) => (await room.list()).find((record) => record.id === id);
  routes.get('/', async (_, response) => {
    const records = (await room.list()).map(({ id, subject, reference, filedAt, files }) => ({
      link: `/vorgaenge/${id}`,
      subject: subject || 'ohne Betreff',
      reference,
      filedAt: inBerlin(filedAt),
      count: files.length,
    }));
    show(response, 'xdomea-list', 'Abgelegte Vorgänge', { records });
  });
  routes.get('/vorgaenge/:id', async (request, response, next) => {
    const found = await find(request.params.id);
    if (!found) return next();
    const files = found.files.map((file) => ({ ...file, link: `/vorgaenge/${found.id}/${file.fileName}` }));
    show(response, 'xdomea-record', found.subject || 'ohne Betreff', { facts: factsOf(found), files });
  });
  routes.get('/vorgaenge/:id/:file', async (request, response, next) => {
    const found = await find(request.params.id);
    const file = found?.files.find((one) => one.fileName === request.params.file);
    if (!found || !file) return next();
    const zip = await openZip(join(folder, `${found.processId}.zip`));
    // Whatever a citizen uploaded is only saved, never shown.
    response.attachment(file.originalName).type('application/octet-stream').set('Cache-Control', 'no-store');
    await pipeline(Readable.from(zip.bytes(file.fileName, file.size)), response)
      .catch(() => response.destroy())
      .finally(() => zip.close());
  });
  routes.use(commonPages(standIn, show));
  return routes;
}

function factsOf(record: FiledRecord): readonly { readonly name: string; readonly value: string }[] {
  return [
    { name: 'Kennzeichen', value: record.reference },
    { name: 'Abgelegt', value: inBerlin(record.filedAt) },
    { name: 'Absender', value: record.sender },
    { name: 'Nachricht', value: record.name },
    { name: 'ProzessID', value: record.processId },
    { name: 'Schlüssel der Übergabe', value: record.objectId },
    { name: 'ID im Vorgang der Nachricht', value: record.vorgang },
    { name: 'ID hier', value: record.id },
    ...(record.container === '' ? [] : [{ name: 'Gehört zu', value: record.container }]),
  ];
}
