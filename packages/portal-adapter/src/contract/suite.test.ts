import { afterAll, describe, expect, test } from '@jest/globals';
import { directoryHarness } from '../delivery/directory/directory-harness.test-support.js';
import { httpHarness } from '../delivery/http/http-harness.test-support.js';
import { brokenConnectors, gullibleDirectoryConnector } from './broken-connectors.test-support.js';
import type { DeliveryConnector } from './delivery.js';
import type { DeliveryHarness } from './harness.js';
import { assertDeclared, deliveryCases } from './suite.js';

const caught = new Set<string>();

async function mustFail(name: string, harness: DeliveryHarness, because = /./): Promise<void> {
  const contractCase = deliveryCases.find((candidate) => candidate.name === name);
  if (!contractCase) throw new Error(`There is no case „${name}“.`);
  try {
    await expect(contractCase.run(harness)).rejects.toThrow(because);
    caught.add(name);
  } finally {
    await harness.close();
  }
}

const unclear = [
  'calls it unclear when no answer comes, and finds the case afterwards',
  'calls it unclear when the connection is cut instead of an answer',
  'calls it unclear when the counterpart reports a failure of its own',
  'calls it unclear when the answer is not a receipt',
  'calls it unclear when the answer breaks off',
];

const takenUpAgain = 'leaves one case wherever the process ends, when its steps are taken up again';
const writtenDown = 'keeps progress that can be written down, is small and holds no answers';
const sheetAndSteps = 'says in its sheet what its steps do';

const undecided = 'knows nothing new of a case about which nothing was decided';

const mistakes: Record<keyof typeof brokenConnectors, readonly string[]> = {
  'drops the last file': ['delivers every file byte for byte', 'delivers an application without attachments'],
  'drops empty files': ['delivers an empty file'],
  'drops files of the same name': ['keeps files of the same name apart'],
  'writes names in ASCII': ['keeps umlauts and the letters of DIN 91379 in names and titles'],
  'sends a new key every time': [
    'answers the same key twice with one case and one receipt',
    'makes one case of the same key delivered twice at the same time',
    ...unclear,
  ],
  'takes the reference for the key': ['makes two cases of two keys with the same reference'],
  'reads whole files, and takes them as they are': [
    'streams 64 MiB without holding them in memory',
    'hands over nothing when a file is not what was submitted',
    'hands over nothing when a file is longer or shorter than announced',
  ],
  'calls the unclear unavailable': unclear,
  'gives up what could be tried again': [
    'reports a counterpart that is down as unavailable, and delivers when it is back',
    'delivers later when a file cannot be read now',
  ],
  'keeps the reason to itself': ['reports a refusal with its reason'],
  'names files in its errors': ['names no person and no file in its errors'],
  'takes all the time it wants': ['ends when its time is over', 'starts nothing when its time is already over'],
  'never finds anything': ['finds a case by its key', ...unclear],
  'finds whatever it delivered last': ['finds nothing for a key that was never delivered'],
  'is worn out by its first failure': ['leaves one case after the connection was cut while sending'],
  'takes what was interrupted for done': [takenUpAgain, 'finds a case by its key'],
  'makes two of what is repeated': [takenUpAgain],
  'remembers its progress in a way that cannot be written down': [writtenDown],
  'writes answers into its progress': [writtenDown],
  'says that its counterpart tells what became of a case': [sheetAndSteps],
  'says that its counterpart cannot be asked': [sheetAndSteps],
  'asks a person about what can be asked by key': [sheetAndSteps],
  'takes a step twice': [sheetAndSteps],
  'believes every receipt': ['notices that a case is not there for which it has a receipt'],
  'remembers in its memory what belongs into its progress': [takenUpAgain],
  'takes every case for accepted': [undecided, 'tells that a case was rejected, and why', 'takes nonsense for no status'],
  'tells nothing of a case': ['tells that a case was accepted', 'tells that a case was rejected, and why'],
  'keeps to itself why a case was rejected': ['tells that a case was rejected, and why'],
  'takes nonsense for acceptance': ['takes nonsense for no status'],
  'learns nothing from callbacks': ['learns from a callback which case it is about'],
  'believes every callback': [
    'refuses a callback whose signature is wrong',
    'refuses a callback that is old or from the future',
    'refuses an old callback that is sent again as a new one',
    'refuses a callback that is huge',
  ],
  'does not look at the time of a callback': [
    'refuses a callback that is old or from the future',
    'refuses an old callback that is sent again as a new one',
  ],
  'confuses answers': ['takes an answer that comes twice for one, and for no other case'],
};

describe('the delivery contract catches a connector that', () => {
  for (const [mistake, names] of Object.entries(mistakes)) {
    test(mistake, async () => {
      const breaking = brokenConnectors[mistake as keyof typeof brokenConnectors];
      for (const name of names) {
        const harness = await httpHarness(5);
        const broken = (sound: DeliveryConnector) => ({ ...sound, ...breaking(sound) });
        const restarted = () => broken(harness.restarted?.() ?? harness.connector);
        await mustFail(name, { ...harness, connector: broken(harness.connector), restarted });
      }
    });
  }

  test('believes the names it is given', async () => {
    for (const name of ['lets no file name escape', 'lets no reference escape']) {
      const harness = await directoryHarness();
      await mustFail(name, { ...harness, connector: gullibleDirectoryConnector(harness.path, harness.connector.sheet) }, /escaped/);
    }
  });

  afterAll(() => {
    expect([...caught].sort()).toEqual(deliveryCases.map((contractCase) => contractCase.name).sort());
  });
});

describe('differences from the contract', () => {
  const sheet = {
    kind: 'delivery',
    name: 'x',
    lookupByKey: true,
    idempotentCreate: true,
    attachments: true,
    statusBack: false,
    limits: ['declared'],
  } as const;

  test('must be declared in the sheet', () => {
    expect(() => assertDeclared(sheet, [{ reason: 'secret', tests: [] }])).toThrow('secret');
    expect(() => assertDeclared(sheet, [{ reason: 'declared', tests: ['reports a refusal with its reason'] }])).not.toThrow();
  });

  test('must name cases that exist', () => {
    expect(() => assertDeclared(sheet, [{ reason: 'declared', tests: ['walks on water'] }])).toThrow('walks on water');
  });

  test('must not contradict what the sheet promises', () => {
    const tests = ['finds a case by its key'];
    expect(() => assertDeclared(sheet, [{ reason: 'declared', tests }])).toThrow('promises');
    expect(() => assertDeclared({ ...sheet, lookupByKey: false }, [{ reason: 'declared', tests }])).not.toThrow();
  });
});
