import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { launch } from '../browser/visitors.test-support.js';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { openInspection } from './page-findings.test-support.js';
import type { Inspection } from './page-findings.test-support.js';

describeWith('chromium', 'what is wrong with a page', () => {
  let portal: SmallPortal;
  let browser: Browser;
  let inspection: Inspection;
  beforeAll(async () => {
    portal = await startSmallPortal();
    browser = await launch();
    inspection = await openInspection(browser);
  }, 120_000);
  afterAll(async () => {
    await inspection?.close();
    await browser?.close();
    await portal?.close();
  });

  const page = (main: string): string =>
    `<!doctype html><html lang="de"><head><title>Eine Seite</title></head><body><main><h1>Eine Seite</h1>${main}</main></body></html>`;
  const findings = async (main: string, sparing = false): Promise<string> => {
    const shown = { address: `${portal.base}/antrag/x/seite`, status: 200, html: page(main) };
    const found = await inspection.findings(shown, 'Probe', sparing);
    return (found ?? ['was looked at before']).join('\n');
  };
  const ends = '<a href="#a">Eine Adresse</a> <p>Dazwischen</p> <a href="#b">Noch eine</a>';

  it('is nothing where nothing is wrong, and a page like it is not looked at again', async () => {
    expect(await findings(ends)).toBe('');
    expect(await findings(ends)).toBe('was looked at before');
  });

  it.each([
    [
      'the order of the Tab key',
      `${ends}<script>let last = 2; addEventListener('keydown', (e) => { if (e.key === 'Tab' && last > 0) { e.preventDefault(); document.querySelectorAll('a')[--last].focus(); } })</script>`,
      'Tab passes <a href="#a"',
    ],
    [
      'what Tab is led past',
      `<button type="button">Davor</button><script>addEventListener('keydown', (e) => { if (e.key === 'Tab') { e.preventDefault(); document.querySelector('a').focus(); } })</script>${ends}`,
      'Tab does not reach',
    ],
    ['a focus that one does not see', `<style>a:focus { outline: none }</style>${ends}`, 'one does not see that the focus is at'],
    [
      'a focus that one does not see in forced colours',
      `<style>a:focus { outline: none; box-shadow: 0 0 0 4px #00f }</style>${ends}`,
      'forced colours: one does not see that',
    ],
    [
      'an input without an edge',
      '<label for="a">Name</label><input id="a" style="appearance: none; border: none; background: #eee; height: 30px">',
      'one does not see where this is',
    ],
    ['a page that is too wide', '<p style="width: 400px">Breit</p>', 'px wide'],
    ['a second first heading', '<h1>Noch eine</h1>', '2 headings'],
    ['a mistake that is not listed', '<label for="a">Name</label><input id="a" aria-invalid="true">', 'marks a mistake'],
    [
      'a mistake that is not marked',
      '<div id="fehler"><a href="#a">Name fehlt</a></div><label for="a">Name</label><input id="a">',
      'does not mark the mistake',
    ],
    ['a mistake that leads nowhere', '<div id="fehler"><a href="#z">Name fehlt</a></div>', 'lead nowhere'],
    ['what moves', '<style>@keyframes k { to { opacity: .5 } } p { animation: k 9s infinite }</style><p>Hui</p>', 'moves'],
    ['an input without a name', '<input>', 'label:'],
    [
      'a colour that is too light in dark',
      '<style>@media (prefers-color-scheme: dark) { p { color: #888; background: #999 } }</style><p>Blass</p>',
      'dark, wide: color-contrast',
    ],
    [
      'a target that is too small',
      '<style>a { display: inline-block; width: 9px; height: 9px; overflow: hidden }</style><p><a href="#a">A</a><a href="#b">B</a></p>',
      'target-size',
    ],
  ])('is %s', async (_what, main, words) => {
    expect(await findings(main)).toContain(words);
  });

  it('is, where one looks sparingly, what is new; of what was drawn before only what its words can break', async () => {
    const known = '<section><label for="a">Name</label><input id="a"></section>';
    expect(await findings(known, true)).toBe('');
    expect(await findings(`${known.replace('Name', '')}`, true)).toBe('');
    expect(await findings(`${known.replace('Name', 'Ä'.repeat(200))}`, true)).toContain('px wide');
    expect(await findings('<article><label for="a"></label><input id="a"></article>', true)).toContain('label:');
  });
});
