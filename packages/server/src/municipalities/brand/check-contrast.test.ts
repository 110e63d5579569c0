import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { brandConfiguration } from './brand-configuration.js';
import type { BrandColors } from './brand-configuration.js';
import { checkContrast } from './check-contrast.js';
import { schemeColors } from './color-scheme.js';

const weak = (light: BrandColors, dark: BrandColors = {}): string[] =>
  checkContrast({ colors: { light, dark } }).map(({ message, fatal }) => `${fatal ? 'fatal' : 'warning'} ${message}`);

describe('the colours of a municipality', () => {
  it('are fine where people can tell them apart', () => {
    expect(weak({ action: '#0b4f9c', brand: '#08305c', accent: '#8a6d1d' }, { action: '#8ab4f8', brand: '#08305c' })).toEqual([]);
    expect(weak({})).toEqual([]);
    expect(checkContrast({})).toEqual([]);
  });

  // Grey #767676 on white is the known border: 4.54 : 1; #777777 has 4.47 : 1.
  it('are held to 4.5 : 1 for text, with the figure', () => {
    const at = (action: string) => weak({ action }).filter((message) => message.includes('on the page has'));
    expect(at('#767676')).toEqual([]);
    expect(at('#777777')).toEqual([
      'fatal brand.colors.light.action: a link (#777777) on the page has a contrast of 4.47 : 1. WCAG 2.2 wants at least 4.5 : 1 (1.4.3). Choose a darker colour.',
    ]);
    expect(weak({}, { action: '#7a0000' })[0]).toMatch(/^fatal brand\.colors\.dark\.action: .* Choose a lighter colour\.$/);
  });

  it('are looked at on hued areas, below the pointer and on buttons, too', () => {
    // Enough on white, not on grey.
    const places = weak({ action: '#767676' }).map((message) => /.* on (.*?) has a contrast/.exec(message)?.[1]);
    expect(places).toEqual(expect.arrayContaining(['hued areas', 'the page while pressed', 'a button while pressed (#767676)']));
    expect(places).not.toContain('the page');
    expect(weak({ action: '#0b4f9c', onAction: '#1a5fb0' })[0]).toContain('the text (#1a5fb0) on a button (#0b4f9c)');
    expect(weak({ brand: '#ffcc00' })).toEqual([expect.stringContaining('onBrand (#ffffff) on brand (#ffcc00) has a contrast of 1.5')]);
    expect(weak({ brand: '#ffcc00', onBrand: '#000000' })).toEqual([]);
  });

  it('only warn where a line is faint that is never the only sign', () => {
    expect(weak({ accent: '#ffcc00' })).toEqual([
      expect.stringMatching(/^warning .*on the page has a contrast of 1\.\d\d : 1\. WCAG 2\.2 wants at least 3 : 1 \(1\.4\.11\)/),
      expect.stringMatching(/^warning .*on hued areas/),
    ]);
  });

  it('are written with six digits, and fonts without anything that would end their name', () => {
    for (const bad of ['red', '#fff', '0b4f9c', '#0b4f9c;}']) {
      expect(brandConfiguration.safeParse({ colors: { light: { action: bad } } }).success).toBe(false);
    }
    const font = (family: string) => brandConfiguration.safeParse({ font: { family, regular: 'a', bold: 'b' } }).success;
    expect(font('Stadt Sans 2')).toBe(true);
    expect(font('"}*{display:none')).toBe(false);
  });
});

it('knows the colours of KERN as they are', () => {
  const css = readFileSync(createRequire(import.meta.url).resolve('@kern-ux/native/dist/kern.css'), 'utf8');
  const block = (scheme: string): string => css.split(`@media (prefers-color-scheme: ${scheme})`)[1]?.split('\n}\n')[0] ?? '';
  for (const scheme of ['light', 'dark'] as const) {
    const value = (name: string): string => {
      const token = new RegExp(`${name}: (.*);`).exec(block(scheme))?.[1] ?? '';
      const palette = /^var\((--kern-color-[\w-]+)\)$/.exec(token)?.[1];
      return palette === undefined ? token : (new RegExp(`${palette}: (.*);`).exec(css)?.[1] ?? '');
    };
    const hex: Record<string, string> = { 'oklch(100% 0 0)': '#ffffff', 'oklch(0% 0 0)': '#000000' };
    const asHex = (name: string): string => hex[value(name)] ?? value(name);
    const { backgrounds, shade, defaults } = schemeColors[scheme];
    expect(asHex('--kern-color-layout-background-default')).toBe(backgrounds['the page']);
    expect(value('--kern-color-layout-background-hued')).toBe(backgrounds['hued areas']);
    if (backgrounds['cards']) expect(value('--kern-color-layout-background-level-1-surface')).toBe(backgrounds['cards']);
    expect(value('--kern-color-action-default')).toBe(defaults.action);
    expect(asHex('--kern-color-action-on-default')).toBe(defaults.onAction);
    expect(value('--kern-color-action-state-opacity-hover')).toBe(`${shade.hover * 100}%`);
    expect(value('--kern-color-action-state-opacity-active')).toBe(`${shade.active * 100}%`);
    expect(value('--kern-color-action-state-indicator-shade-hover')).toContain(`, ${shade.with} calc`);
  }
});
