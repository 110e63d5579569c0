import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import { Readable } from 'node:stream';
import { sampleFile } from '../../../contract/sample-delivery.js';
import { vorgangId } from '../identifiers.js';
import { messageIn } from '../messages-in.test-support.js';
import { xsdErrors } from '../xsd.test-support.js';
import { childAt, childrenOf, readXml, textAt } from '../xml/read-xml.js';
import { digestOf, openZip } from '../zip/read-zip.js';
import { wantedByArchive } from './appraisal.js';
import { roundId } from './archive-case.js';
import type { ArchiveCase, ArchiveRound } from './archive-case.js';
import { writeHandOver, writeOffer } from './write-archive-message.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

const signal = () => AbortSignal.timeout(30_000);

function closedCase(key: string, change: Partial<ArchiveCase> = {}): ArchiveCase {
  return {
    key,
    reference: `H-2014-${key}`,
    serviceTitle: 'Hundesteuer: Anmeldung für größere Hunde',
    filingPlan: '20.4',
    submittedAt: '2014-03-01T09:30:00.000Z',
    closedAt: '2015-12-31T23:30:00.000Z',
    disposal: 'B',
    retentionYears: 10,
    files: [sampleFile('antrag.pdf', `pdf ${key}`, 'form'), sampleFile('Müll.txt', key)],
    ...change,
  };
}

const round: ArchiveRound = {
  name: '2026-1',
  createdAt: '2026-03-01T09:30:00.000Z',
  sender: { name: 'Stadt Musterstadt', unit: 'Steueramt' },
  recipient: { name: 'Stadtarchiv Musterstadt', shortName: 'StA' },
  cases: [closedCase('1'), closedCase('2', { disposal: 'A' }), closedCase('3', { disposal: 'V' })],
};

function appraisal(decisions: Record<string, string>, processId = roundId(round)): string {
  const objects = Object.entries(decisions).map(([key, code]) => `<x:BewertetesObjekt><x:ID>${vorgangId(key).toUpperCase()}</x:ID><x:Aussonderungsart><x:Aussonderungsart><code>${code}</code></x:Aussonderungsart></x:Aussonderungsart></x:BewertetesObjekt>`); // prettier-ignore
  return `<x:Aussonderung.Bewertungsverzeichnis.0502 xmlns:x="urn:xoev-de:xdomea:schema:3.0.0"><x:Kopf><x:ProzessID>${processId}</x:ProzessID></x:Kopf>${objects.join('')}</x:Aussonderung.Bewertungsverzeichnis.0502>`;
}

describe('what the archive gets', () => {
  test('first a list of the cases, without their files', async () => {
    const path = await writeOffer(folder, round, signal());
    expect(basename(path)).toBe(`${roundId(round)}_Aussonderung.Anbieteverzeichnis.0501.zip`);
    const zip = await openZip(path);
    expect(zip.names).toEqual([`${roundId(round)}_Aussonderung.Anbieteverzeichnis.0501.xml`]);
    zip.close();
    const vorgaenge = childrenOf(readXml(await messageIn(path)), 'Schriftgutobjekt').map((object) => childAt(object, 'Vorgang'));
    expect(vorgaenge.map((one) => textAt(one, 'Identifikation', 'ID'))).toEqual(['1', '2', '3'].map(vorgangId));
    expect(vorgaenge.map((one) => textAt(one, 'ArchivspezifischeMetadaten', 'Aussonderungsart', 'Aussonderungsart', 'code'))).toEqual([
      'B',
      'A',
      'V',
    ]);
    expect(vorgaenge.map((one) => textAt(one, 'ArchivspezifischeMetadaten', 'Bewertungsvorschlag', 'code'))).toEqual([undefined, 'A', 'V']);
    // Half past midnight of the next year in Germany.
    expect([textAt(vorgaenge[0], 'Laufzeit', 'Beginn'), textAt(vorgaenge[0], 'Laufzeit', 'Ende')]).toEqual(['2014-03-01', '2016-01-01']);
  });

  test('then those that it wants, with their files', async () => {
    const wanted = wantedByArchive(round, appraisal({ '1': 'A', '2': 'A', '3': 'V' }));
    expect(wanted.map((one) => one.key)).toEqual(['1', '2']);
    const path = await writeHandOver(folder, { ...round, cases: wanted }, signal());
    expect(basename(path)).toBe(`${roundId(round)}_Aussonderung.Aussonderung.0503.zip`);
    const zip = await openZip(path);
    const objects = childrenOf(readXml(await messageIn(path)), 'Schriftgutobjekt');
    const documents = objects.flatMap((object) => childrenOf(childAt(object, 'Vorgang'), 'Dokument'));
    const found = await Promise.all(
      documents.map(async (document) => {
        const primary = childAt(document, 'Version', 'Format', 'Primaerdokument');
        return [textAt(primary, 'DateinameOriginal'), (await digestOf(zip.bytes(textAt(primary, 'Dateiname') ?? '', 1000))).sha256];
      }),
    );
    zip.close();
    expect(found).toEqual(wanted.flatMap((one) => one.files.map((file) => [file.name, file.sha256])));
  });

  test('nothing half: a file that changed ends it without a trace', async () => {
    const changed = { ...sampleFile('a.txt', 'echt'), open: () => Readable.from([Buffer.from('falsch')]) };
    const bad = { ...round, cases: [closedCase('1', { files: [changed] })] };
    await expect(writeHandOver(folder, bad, signal())).rejects.toMatchObject({ code: 'delivery-file-changed' });
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ['no case', []],
    ['a case twice', [closedCase('1'), closedCase('1')]],
  ])('not a list with %s', async (words, cases) => {
    const attempt = async () => writeOffer(folder, { ...round, cases }, signal());
    await expect(attempt()).rejects.toMatchObject({ code: 'xdomea-archive-cases', message: expect.stringContaining(words) as unknown });
  });

  test.each([
    ['about another round', appraisal({ '1': 'A', '2': 'A', '3': 'A' }, roundId({ ...round, name: '2026-2' })), /another round/],
    ['that leaves a case out', appraisal({ '1': 'A' }), /nothing about 2 of 3 cases/],
    ['with a decision there is not', appraisal({ '1': 'X', '2': 'A', '3': 'A' }), /nothing about 1 of 3 cases/],
    ['that leaves a case to be appraised', appraisal({ '1': 'B', '2': 'A', '3': 'A' }), /nothing about 1 of 3 cases/],
    ['that is none', '<a/>', /is not Aussonderung\.Bewertungsverzeichnis/],
    ['that is broken', '<a>', /not well-formed/],
  ])('does not act on an answer %s', (_, answer, words) => {
    expect(() => wantedByArchive(round, answer)).toThrow(words);
  });
});

describeWith('shared', 'the schema of xdomea 3.0.0 and the archive', () => {
  test('takes both messages', async () => {
    expect(await xsdErrors(await messageIn(await writeOffer(folder, round, signal())))).toEqual([]);
    expect(await xsdErrors(await messageIn(await writeHandOver(folder, round, signal())))).toEqual([]);
  });

  test('takes a case about which little is known', async () => {
    const { key, reference, serviceTitle, submittedAt, closedAt, disposal } = closedCase('1');
    const bare = { key, reference, serviceTitle, submittedAt, closedAt, disposal, files: [] };
    expect(await xsdErrors(await messageIn(await writeHandOver(folder, { ...round, cases: [bare] }, signal())))).toEqual([]);
  });

  test('an answer in the pattern of the Landesarchiv Thüringen is read', async () => {
    const pattern = await readFile(join(shared, 'xdomea/patterns_3.0.0/xx_Aussonderung.Bewertungsverzeichnis.0502.xml'), 'utf8');
    const ours = pattern.replace(/(<xdomea:ProzessID>).*?</, `$1${roundId(round)}<`).replace(/(<xdomea:BewertetesObjekt>\s*<xdomea:ID>).*?</, `$1${vorgangId('1')}<`); // prettier-ignore
    const one = { ...round, cases: [closedCase('1')] };
    expect(wantedByArchive(one, ours)).toEqual(one.cases);
  });
});
