import { afterEach, expect, it } from '@jest/globals';
import { parse, type HTMLElement } from 'node-html-parser';
import request from 'supertest';
import { type SmallPortal, startSmallPortal } from '../small-portal.test-support.js';
import { smallService } from '../small-service.test-support.js';

let portal: SmallPortal;
afterEach(() => portal.close());

async function pageWith(more: object): Promise<HTMLElement> {
  portal = await startSmallPortal({ service: { ...smallService, service: { ...smallService.service, ...more } } });
  const { text } = await request(portal.base).get('/probe').expect(200);
  return parse(text);
}

const section = (page: HTMLElement, heading: string): HTMLElement | undefined =>
  page.querySelectorAll('section').find((part) => part.querySelector('h2')?.textContent === heading);

it('shows what a service says about itself, each under its heading', async () => {
  const page = await pageWith({
    description: ['Wer einen Hund hält, zahlt Steuer.', '– ab drei Monaten'],
    deadline: 'Innerhalb von zwei Wochen.',
    procedure: ['Sie melden den Hund an.', 'Sie bekommen <b>einen</b> Bescheid.'],
    office: 'Steueramt',
  });
  expect(page.querySelector('.portal-service__text > p')?.textContent).toBe('Wer einen Hund hält, zahlt Steuer.');
  expect(section(page, 'Welche Frist gilt?')?.textContent).toContain('Innerhalb von zwei Wochen.');
  const steps = section(page, 'Wie läuft das Verfahren ab?')?.querySelectorAll('ol > li');
  expect(steps?.map((step) => step.innerHTML)).toEqual(['Sie melden den Hund an.', 'Sie bekommen &lt;b&gt;einen&lt;/b&gt; Bescheid.']);
  expect(section(page, 'Wer ist zuständig?')?.textContent).toContain('Steueramt');
});

it('has no headings without texts', async () => {
  const page = await pageWith({});
  const headings = page.querySelectorAll('section > h2').map((heading) => heading.textContent);
  expect(headings).not.toEqual(expect.arrayContaining([expect.stringMatching(/Frist|Verfahren|zuständig/)]));
});

it('says how much of it there is in the language of the page', async () => {
  portal = await startSmallPortal();
  const page = async (language: string): Promise<string> =>
    (await request(portal.base).get('/probe').set('Cookie', `sprache=${language}`)).text;
  expect(await page('en')).toMatch(/0 of the \d+ texts of this service are in English/);
  expect(await page('de-simple')).toMatch(/0 von \d+ Texten sind in Einfacher Sprache/);
  expect(await page('de')).not.toMatch(/von \d+ Texten/);
});
