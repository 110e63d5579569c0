import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import { compileServicePackage } from './compile-service-package.js';

const root = mkdtempSync(join(tmpdir(), 'fim-translated-corpus-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The notes about the translation of one element, as the ids on which the two readings part. */
async function notes(schema: string, element: string, rules: unknown): Promise<readonly string[]> {
  const path = join(root, `${element}_translated-rules.json`);
  writeFileSync(path, JSON.stringify(rules));
  const { compiled } = await compileServicePackage(join(shared, 'fim', 'xdf3', schema), { translatedRules: [path] });
  const [id] = element.split('V');
  return compiled.openItems.filter(({ message }) => message.startsWith(`Für ${id} gelten`)).map(({ message }) => message);
}

const filled = (id: string): unknown => ({ not: { is_empty: { identifier: `self.${id}` } } });

// Translations as FIM publishes them, beside the texts of the released schemas.
describeWith('shared', 'translations of real elements', () => {
  test('that say what the text says are not remarked on', async () => {
    const date = (field: string, report: string) => ({
      effect: 'forbid',
      target: `self.${field}`,
      condition: { not: { equal: [{ identifier: `self.${report}` }, '001'] } },
    });
    const both = [date('F05000016256', 'F05000016255'), date('F05000016258', 'F05000016257')];
    expect(await notes('S05000001162V3.3.0_xdf3.xml', 'G05000010605V2.3.0', both)).toEqual([]);
    // Only one of the two: the other text is out of force, and the note says so.
    const one = await notes('S05000001162V3.3.0_xdf3.xml', 'G05000010605V2.3.0', both.slice(0, 1));
    expect(one).toEqual([expect.stringContaining('F05000016258')]);
  });

  test('that leave out one of three are remarked on, with an answer that shows it', async () => {
    const atLeastOne = (...ids: readonly string[]) => [{ effect: 'valid', condition: { or: ids.map(filled) } }];
    const of = (rules: unknown) => notes('S00000000362V1.0.0_xdf3.xml', 'G60000000183V2.0.0', rules);
    expect(await of(atLeastOne('F60000000240', 'F60000000241', 'F60000000242'))).toEqual([]);
    expect(await of(atLeastOne('F60000000240', 'F60000000242'))).toEqual([expect.stringContaining('wenn nur F60000000241 =')]);
  });

  test('that require what the text only shows are remarked on', async () => {
    const rules = [{ effect: 'require', target: 'self.F17000009298', condition: { equal: [{ identifier: 'self.F00000003391' }, '999'] } }];
    const found = await notes('S00000000372V1.0.0_xdf3.xml', 'G00000002193V1.0.0', rules);
    expect(found.filter((message) => message.includes('F17000009298 „'))).toHaveLength(1);
    expect(found.filter((message) => /F1700000929[56] „/.test(message))).toHaveLength(2);
  });
});
