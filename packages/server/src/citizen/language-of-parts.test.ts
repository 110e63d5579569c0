import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NodeType, type HTMLElement, type Node } from 'node-html-parser';
import type { FormNode, ServicePackage } from '@serviceportal/form-engine';
import { send, startSmallPortal, type SmallPortal } from '../small-portal.test-support.js';
import { field, group, smallService } from '../small-service.test-support.js';
import { openBrowser, type Page } from '../try/browser.js';

/** Every German text of the service has it; nothing that the portal says itself does. */
const mark = 'Übersetzbar';
const norm = { text: `§ 1 ${mark}` };
const codes = [
  { code: '1', label: `${mark} eins`, help: `${mark} Hilfe eins` },
  { code: '2', label: `${mark} zwei` },
];
const many = Array.from({ length: 12 }, (_, index) => ({ code: `${index + 1}`, label: `${mark} ${index + 1}` }));
const most = Array.from({ length: 60 }, (_, index) => ({ code: `${index + 1}`, label: `${mark} ${index + 1}` }));

const children: readonly FormNode[] = [
  group('G1', `${mark} Person`, [
    field('F1', `${mark} Name`, { help: `${mark} Hilfe`, legalBasis: [norm] }),
    field('F2', `${mark} Art`, { type: 'select', codeList: 'L1' }),
    field('F3', `${mark} Land`, { type: 'select', codeList: 'L2' }),
    field('F4', `${mark} Ort`, { type: 'select', codeList: 'L3' }),
    field('F5', `${mark} Ja`, { type: 'boolean' }),
    { ...field('F6', `${mark} Hinweis`), kind: 'note', text: `${mark} Text` } as FormNode,
    group('G3', `${mark} Abschnitt`, [field('F7', `${mark} Tag`, { type: 'date', min: 0 })], { help: `${mark} Hilfe` }),
  ]),
  group('G2', `${mark} Kinder`, [field('F8', `${mark} Vorname`)], { min: 0, max: 3 }),
  group('G4', `${mark} Nachweise`, [field('F9', `${mark} Nachweis`, { type: 'file', min: 0, note: `${mark} Anmerkung` })]),
];

const service: ServicePackage = {
  ...smallService,
  service: {
    ...smallService.service,
    title: `${mark} Titel`,
    summary: `${mark} Zusammenfassung`,
    description: [`${mark} Beschreibung`],
    audience: [`${mark} Wer`],
    documents: [`${mark} Unterlagen`],
    fee: `${mark} Gebühr`,
    deadline: `${mark} Frist`,
    duration: `${mark} Dauer`,
    procedure: [`${mark} Verfahren`],
    office: `${mark} Amt`,
    legalBasis: [norm],
    nextSteps: [`${mark} Danach`],
    privacy: { purposes: [`${mark} Zweck`], grounds: ['public-task'], retention: `${mark} Dauer` },
  },
  form: {
    ...smallService.form,
    children,
    codeLists: { L1: { codes }, L2: { codes: many }, L3: { codes: most } },
    rules: [
      {
        id: 'R1',
        text: `${mark} Regel`,
        legalBasis: [norm],
        owner: 'G1',
        statements: [
          {
            effect: 'valid',
            condition: { or: [{ is_empty: { identifier: 'self.F2' } }, { equal: [{ identifier: 'self.F2' }, '1'] }] },
            message: `${mark} Meldung`,
          },
        ],
      },
    ],
  },
  fees: [{ key: 'g', label: `${mark} Steuer`, period: 'once', rows: [{ label: `${mark} Zeile`, amounts: [100] }] }],
  workflow: {
    decisions: [],
    declarations: [{ key: 'd', kind: 'declaration', text: `${mark} Erklärung`, required: false, legalBasis: [norm] }],
  },
};

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal({ service });
});
afterAll(() => portal.close());

/** German texts that a screen reader would read aloud in English. */
function unmarked(page: HTMLElement): string[] {
  const found: string[] = [];
  const visit = (node: Node, german: boolean): void => {
    if (node.nodeType === NodeType.TEXT_NODE) {
      if (!german && node.textContent.includes(mark)) found.push(node.textContent.trim());
      return;
    }
    const lang = node.nodeType === NodeType.ELEMENT_NODE ? (node as HTMLElement).getAttribute('lang') : undefined;
    for (const child of node.childNodes) visit(child, lang === undefined ? german : lang.startsWith('de'));
  };
  const body = page.querySelector('body');
  if (body) visit(body, page.querySelector('html')?.getAttribute('lang')?.startsWith('de') ?? false);
  return found;
}

test('every text of the service that is German on an English page says so (WCAG 3.1.2)', async () => {
  const browser = openBrowser(portal.base, undefined, { sprache: 'en' });
  const holes: string[] = [];
  let texts = 0;
  const look = (page: Page): Page => {
    texts += page.html.textContent.split(mark).length - 1;
    holes.push(...unmarked(page.html).map((text) => `${page.path.replace(/[0-9a-f-]{36}/, '…')}: ${text}`));
    return page;
  };
  for (const path of ['/', '/probe', '/probe/datenschutz', '/datenschutz']) look(await browser.get(path));
  const first = look(await browser.post('/probe/antrag', { fields: [], files: [], multipart: false }));
  const id = first.path.split('/')[2] ?? '';
  look(await send(browser, first, {}));
  const answers = { 'G1/F1': 'Zoë', 'G1/F2': '2', 'G1/F3': '3', 'G1/F4.search': mark, 'G1/F5': 'true' };
  look(await send(browser, await browser.get(first.path), answers));
  const list = look(await send(browser, await browser.get(first.path), { ...answers, 'G1/F2': '1', 'G1/F4': '4' }));
  look(await send(browser, list, { _add: '' }).catch(() => list));
  for (const end of ['uebersicht', 'spaeter', 'verwerfen', 'pruefen']) look(await browser.get(`/antrag/${id}/${end}`));
  expect(texts).toBeGreaterThan(100);
  expect([...new Set(holes)]).toEqual([]);
});
