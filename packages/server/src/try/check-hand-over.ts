import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { DeliveryState, ServicePackage } from '@serviceportal/form-engine';
import { toJsonSchema, toXsd } from '@serviceportal/fim-import';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { findDelivery, standingsOf } from '../storage/deliveries.js';
import { stateOf, stepStates } from '../work/delivery-state.js';
import type { Stage } from './stage.js';
import { Stuck } from './stuck.js';

const longestWait = 30_000;

const goesWell: readonly DeliveryState[] = ['pending', ...stepStates, 'acknowledged'];

/** Waits until every target has the application. @throws Stuck with the first that refuses it */
export async function handedOver({ running }: Stage, applicationId: string): Promise<void> {
  const { database } = running.portal.office;
  const deadline = Date.now() + longestWait;
  while (Date.now() < deadline) {
    const deliveries = await standingsOf(database, [applicationId]);
    const failed = deliveries.find((delivery) => !goesWell.includes(stateOf(delivery)));
    if (failed)
      throw new Stuck(
        `Übergabe an ${failed.target}: ${failed.state}, ${(await findDelivery(database, failed.id))?.last_error ?? 'ohne Grund'}`,
      );
    if (deliveries.length > 0 && deliveries.every(({ state }) => state === 'acknowledged')) return;
    await delay(15);
  }
  throw new Stuck('Die Übergabe ist nach 30 Sekunden nicht fertig');
}

/** Holds what arrived at the counterpart against the schemas that FIM's structure asks for. */
export async function checkHandedOver(stage: Stage, pkg: ServicePackage, applicationId: string): Promise<void> {
  const { store } = stage.fachverfahren;
  const received = store.byKey(`${applicationId}.fachverfahren`);
  if (!received) throw new Stuck('Das Fachverfahren hat den Fall nicht');
  for (const output of pkg.outputs) {
    const file = received.files.find(({ name }) => name === output.fileName);
    if (!file) throw new Stuck(`Die Übergabe enthält ${output.fileName} nicht`);
    const bytes = await readFile(store.pathOf(received, file));
    if (output.format === 'fim-json') checkJson(pkg, JSON.parse(bytes.toString('utf8')), output.fileName);
    if (output.format === 'fim-xml') await checkXml(pkg, bytes.toString('utf8'), output.fileName);
    if (output.format === 'pdf') checkPdf(bytes.toString('latin1'), output.fileName);
  }
}

function checkJson(pkg: ServicePackage, value: unknown, fileName: string): void {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const validate = ajv.compile(toJsonSchema(pkg.form));
  if (validate(value)) return;
  const [error] = validate.errors ?? [];
  throw new Stuck(
    `${fileName} passt nicht zum JSON-Schema: ${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`,
  );
}

/** A whole file with pages, tagged, and with the fonts in it. `pdf`: its bytes as Latin-1. */
function checkPdf(pdf: string, fileName: string): void {
  if (!pdf.startsWith('%PDF-1.7')) throw new Stuck(`${fileName} ist kein PDF`);
  const objects = pdf.match(/^\d+ \d+ obj\b/gm)?.length ?? 0;
  if (objects < 2 || pdf.length <= 2048) throw new Stuck(`${fileName} ist leer: ${pdf.length} Bytes, ${objects} Objekte`);
  if (!pdf.trimEnd().endsWith('%%EOF')) throw new Stuck(`${fileName} ist abgeschnitten`);
  const pages = /\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1] ?? '0';
  if (Number(pages) !== pdf.match(/\/Type \/Page\s/g)?.length) throw new Stuck(`${fileName} hat nicht die ${pages} Seiten, die es nennt`);
  for (const part of ['/StructTreeRoot', '/Marked true', '/FontFile2', '/DisplayDocTitle true']) {
    if (!pdf.includes(part)) throw new Stuck(`${fileName} fehlt ${part}`);
  }
}

async function checkXml(pkg: ServicePackage, xml: string, fileName: string): Promise<void> {
  const result = await validateXML({
    xml: [{ fileName, contents: xml }],
    schema: [{ fileName: 'schema.xsd', contents: toXsd(pkg.form) }],
    maxMemoryPages: 4096,
  });
  if (!result.valid) throw new Stuck(`${fileName} passt nicht zum XSD: ${result.errors[0]?.rawMessage ?? 'ohne Meldung'}`);
}
