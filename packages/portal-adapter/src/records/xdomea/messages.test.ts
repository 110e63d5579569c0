import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { arrivalConfirmation, importConfirmation } from '../../simulators/xdomea/confirmations.js';
import { xdomeaConfiguration } from './configuration.js';
import { handOverMessage } from './hand-over-message.js';
import { processId, stableUuid, vorgangId } from './identifiers.js';
import { target } from './xdomea-harness.test-support.js';
import { childAt, childrenOf, readXml, textAt } from './xml/read-xml.js';
import { xsdErrors } from './xsd.test-support.js';
import { zipBytes } from './zip/write-zip.js';

const configuration = (change: object = {}) => xdomeaConfiguration.parse(target('/srv', change));
const delivery = sampleDelivery({
  key: 'k-1',
  files: [...sampleDelivery().files, sampleFile('Größe & <Form> "1".heic', 'x'), sampleFile('ohne Endung', 'y')],
});

async function xmlOf(change: object = {}, of = delivery): Promise<string> {
  const { entries } = handOverMessage(of, configuration(change));
  const pieces: Buffer[] = [];
  for await (const piece of entries[0]?.open() ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

describe('a message to the records system', () => {
  test('has the names of the standard', () => {
    const { stem, entries } = handOverMessage(delivery, configuration());
    expect(stem).toBe(`${processId('k-1')}_FVDaten.SGOErstellen.0604`);
    expect(entries[0]?.name).toBe(`${stem}.xml`);
    for (const { name } of entries.slice(1)) expect(name).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z0-9]+$/);
    expect(handOverMessage(delivery, configuration({ message: '0605' })).stem).toMatch(/_FVDaten\.SGOAblegen\.0605$/);
  });

  test('names every file that is packed, and says what citizens called it', async () => {
    const vorgang = childAt(readXml(await xmlOf()), 'SchriftgutobjektZumErstellen', 'Schriftgutobjekt', 'Vorgang');
    const primary = childrenOf(vorgang, 'Dokument').map((document) => childAt(document, 'Version', 'Format', 'Primaerdokument'));
    expect(primary.map((one) => textAt(one, 'Dateiname'))).toEqual(handOverMessage(delivery, configuration()).entries.slice(1).map((entry) => entry.name)); // prettier-ignore
    expect(primary.map((one) => textAt(one, 'DateinameOriginal'))).toEqual([
      'antrag.json',
      'antrag.pdf',
      'Nachweis.bin',
      'Größe & _Form_ _1_.heic',
      'ohne Endung',
    ]);
    const formats = childrenOf(vorgang, 'Dokument').map((document) => textAt(document, 'Version', 'Format', 'Name', 'code'));
    expect(formats).toEqual(['100', '018', '100', '100', '100']);
    expect(textAt(vorgang, 'AllgemeineMetadaten', 'Kennzeichen')).toBe('H-2026-000123');
  });

  test('is the same, byte for byte, when it is written again', async () => {
    const bytes = async () => {
      const pieces: Buffer[] = [];
      for await (const piece of zipBytes(handOverMessage(delivery, configuration()).entries, new Date(delivery.submittedAt)))
        pieces.push(piece);
      return Buffer.concat(pieces);
    };
    const first = await bytes();
    expect(first.length).toBeGreaterThan(1000);
    expect(first.equals(await bytes())).toBe(true);
  });

  test('puts a supplement into the Vorgang of its application', async () => {
    const supplement = { kind: 'answer', of: 'k-1' } as const;
    const object = childAt(readXml(await xmlOf({}, sampleDelivery({ key: 'k-2', supplement }))), 'SchriftgutobjektZumErstellen');
    expect(textAt(object, 'IDContainer')).toBe(vorgangId('k-1'));
    expect(textAt(object, 'Schriftgutobjekt', 'Vorgang', 'Identifikation', 'ID')).toBe(vorgangId('k-2'));
    const container = async (counterpartReference: string) => {
      const later = sampleDelivery({ key: 'k-2', supplement: { ...supplement, counterpartReference } });
      return textAt(readXml(await xmlOf({}, later)), 'SchriftgutobjektZumErstellen', 'IDContainer');
    };
    expect(await container('DMS-7')).toBe('DMS-7');
    expect(await container(processId('k-1'))).toBe(vorgangId('k-1'));
  });

  test('leaves out what XML cannot hold', async () => {
    const service = { ...delivery.service, title: 'a\u0000b\u0008c\uffffd\ud800e ]]> &amp; <x>' };
    const read = readXml(await xmlOf({}, { ...delivery, service }));
    const vorgang = childAt(read, 'SchriftgutobjektZumErstellen', 'Schriftgutobjekt', 'Vorgang');
    expect(textAt(vorgang, 'AllgemeineMetadaten', 'Betreff')).toBe('abcde ]]> &amp; <x>');
  });

  test('has ids that depend on what they are for', () => {
    const ids = [stableUuid('a', 'b'), stableUuid('ab'), stableUuid('a,b'), processId('k'), vorgangId('k')];
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(processId('k')).toBe(processId('k'));
  });
});

test.each([
  [{ outbox: 'relativ' }, /outbox: must be an absolute path/],
  [{ inbox: '/srv/ausgang' }, /inbox: must be another folder/],
  [{ storagePlace: 'Regal' }, /storagePlace: must not stand beside message 0604/],
  [{ createdBy: '' }, /createdBy/],
])('complains about %j', (change, words) => {
  const { error } = xdomeaConfiguration.safeParse(target('/srv', change));
  expect(error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join()).toMatch(words);
});

describeWith('shared', 'the schema of xdomea 3.0.0', () => {
  const head = { processId: processId('k'), createdAt: '2026-03-01T09:30:00.000Z', sender: { name: 'DMS' }, recipient: { name: 'Stadt' } };
  test.each([
    ['0604', () => xmlOf({ container: 'Akte 7' })],
    ['0605', () => xmlOf({ message: '0605', storagePlace: 'Registratur 3' })],
    ['a supplement', () => xmlOf({}, { ...delivery, supplement: { kind: 'withdrawal', of: 'k-0' } })],
    ['a case without files or keys of the service', () => xmlOf({ filingPlan: undefined }, { ...delivery, files: [], service: { ...delivery.service, leika: [] } })], // prettier-ignore
    ['0629', () => arrivalConfirmation(head)],
    ['0630, imported', () => importConfirmation(head, { id: vorgangId('k') })],
    ['0630, not imported', () => importConfirmation(head, { failures: ['Kein Sachgebiet', 'Keine Akte'] })],
  ])('takes %s', async (_, xml) => {
    expect(await xsdErrors(await xml())).toEqual([]);
  });

  test('would not take a message without Erstellerkennung: the check checks', async () => {
    expect(await xsdErrors((await xmlOf()).replace(/<xdomea:Erstellerkennung>.*?<\/xdomea:Erstellerkennung>/, ''))).not.toEqual([]);
  });

  test('takes a real message of the Landesarchiv NRW, and so does our reader', async () => {
    const name = '9fde4e7a-b41b-11ec-9225-005056871b7c_Aussonderung.Aussonderung.0503.xml';
    const real = await readFile(join(shared, 'xdomea', 'lavnrw_examples', name), 'utf8');
    expect(await xsdErrors(real)).toEqual([]);
    expect(textAt(readXml(real), 'Kopf', 'ProzessID')).toBe('9fde4e7a-b41b-11ec-9225-005056871b7c');
  });
});
