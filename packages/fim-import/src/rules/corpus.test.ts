import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Answers, type EvaluationContext, compileForm, evaluate } from '@serviceportal/form-engine';
import { describeWith, shared } from '@serviceportal/test-support';
import { compileServicePackage } from '../compile/compile-service-package.js';

const xdf3 = join(shared, 'fim', 'xdf3');
const files = existsSync(xdf3) ? readdirSync(xdf3) : [];

/** Is the element at this path asked, and must it be answered? */
async function stateIn(file: string, path: string, answers: Answers, context: EvaluationContext = {}): Promise<readonly boolean[]> {
  const form = compileForm((await compileServicePackage(join(xdf3, file))).compiled.form);
  const position = form.byPath.get(path);
  if (position === undefined) throw new Error(`${path} is not in ${file}`);
  const evaluation = evaluate(form, answers, context);
  return [evaluation.relevant(position, []), evaluation.required(position, [])];
}

describeWith('shared', 'rules of the corpus', () => {
  test('no fewer are understood than before, and each one is either used or an open item', async () => {
    const counts = { used: 0, open: 0 };
    for (const file of files) {
      const { compiled } = await compileServicePackage(join(xdf3, file));
      counts.used += compiled.form.rules.length;
      counts.open += compiled.openItems.filter(({ kind, severity }) => kind === 'rule' && severity === undefined).length;
    }
    expect(counts.used).toBeGreaterThanOrEqual(840);
    expect(counts.open).toBeLessThanOrEqual(2);
  });

  // R05000011338: Wenn Auswahl der Person === "Natürliche Person", dann zeige G05000010678, wenn … "Juristische Person", dann zeige G05000010677.
  test.each([
    ['01', [true, false], [false, false]],
    ['02', [false, false], [true, false]],
    [undefined, [false, false], [false, false]],
  ])('Auswahl der Person = %s', async (code, natural, legal) => {
    const file = 'S05000001195V2.3.0_xdf3.xml';
    const answers: Answers = code === undefined ? {} : { F05000016480: code };
    expect(await stateIn(file, 'G05000010678', answers)).toEqual(natural);
    expect(await stateIn(file, 'G05000010677', answers)).toEqual(legal);
  });

  // R05000013450: Die Gruppe … muss für die Länder RP und ST befüllt werden. Für die anderen Bundesländer darf die Gruppe nicht angezeigt werden.
  test.each([
    ['RP', true],
    ['NW', false],
  ])('in %s', async (land, relevant) => {
    const [asked] = await stateIn('S05000001323V1.0.0_xdf3.xml', 'G05000012322/G05000012325', {}, { land });
    expect(asked).toBe(relevant);
  });
});
