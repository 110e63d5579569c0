import { basename } from 'node:path';
import type { BrandColors, BrandConfiguration } from './brand-configuration.js';
import { schemes } from './color-scheme.js';

/** The variables that stand for a colour: ours, and KERN's. */
const variables: Readonly<Record<keyof BrandColors, string>> = {
  brand: '--portal-brand',
  onBrand: '--portal-on-brand',
  accent: '--portal-accent',
  action: '--kern-color-action-default',
  onAction: '--kern-color-action-on-default',
};

/** Style sheet for the colours and fonts of a municipality. `href`: address of one of its files by name. */
export function brandCss({ colors, font }: BrandConfiguration, href: (name: string) => string | null): string {
  const rules: string[] = [];
  for (const scheme of colors ? schemes : []) {
    const chosen = Object.entries(colors?.[scheme] ?? {}) as [keyof BrandColors, string][];
    const lines = chosen.map(([name, value]) => `${variables[name]}:${value}`);
    if (lines.length > 0) rules.push(`@media (prefers-color-scheme:${scheme}){:root{${lines.join(';')}}}`);
  }
  if (font) {
    for (const [file, weight] of [
      [font.regular, 400],
      [font.bold, 600],
    ] as const) {
      rules.push(
        `@font-face{font-family:"${font.family}";font-weight:${weight};font-display:swap;src:url("${href(basename(file)) ?? ''}") format("woff2")}`,
      );
    }
    rules.push(`:root{--kern-typography-font-family-default:"${font.family}",var(--kern-typography-font-family-fira-sans)}`);
  }
  return rules.join('\n');
}
