import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compileForm } from '@serviceportal/form-engine';
import type { FormDefinition } from '@serviceportal/form-engine';
import { startSmallPortal, type SmallPortal } from '../small-portal.test-support.js';
import { field, group, smallService } from '../small-service.test-support.js';
import { openBrowser } from './browser.js';
import { shownAnswers } from './shown-answers.js';
import { fillForm } from './walk.js';

const codes = Array.from({ length: 200 }, (_, index) => ({ code: `c${index}`, label: `Gemeinde ${index}` }));
const form: FormDefinition = {
  schema: { id: 'S1', version: '1.0', name: 'Probe' },
  children: [
    group('G1', 'Orte', [
      field('F1', 'Wohnort', { type: 'select', codeList: 'L' }),
      field('F2', 'Weitere', { type: 'select', codeList: 'L', max: 3 }),
    ]),
  ],
  codeLists: { L: { codes } },
  rules: [],
};

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal({ service: { ...smallService, form } });
});
afterAll(() => portal.close());

it('answers questions whose list is searched', async () => {
  const { check, typed } = await fillForm(openBrowser(portal.base), 'probe', compileForm(form), 3);
  expect([...typed.byName.keys()]).toEqual(['G1/F1', 'G1/F2[0]']);
  expect([...shownAnswers(check).keys()].map((key) => key.split('\n')[1])).toEqual(['Wohnort', 'Weitere']);
  expect(check.html.textContent).toMatch(/Gemeinde \d+[\s\S]*Gemeinde \d+/);
});
