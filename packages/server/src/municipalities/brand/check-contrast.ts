import { interpolate, wcagContrast } from 'culori';
import type { Color } from 'culori';
import type { BrandColors, BrandConfiguration } from './brand-configuration.js';
import { schemeColors, schemes } from './color-scheme.js';
import type { Scheme } from './color-scheme.js';

/** Two colours that meet, with less contrast than people need. */
export interface WeakContrast {
  /** "brand.colors.light.action: #ffcc00 on the page has a contrast of 1.53 : 1 …" */
  readonly message: string;
  /** Nobody could use the pages: the portal does not start. Otherwise it is a warning. */
  readonly fatal: boolean;
}

interface Meeting {
  readonly name: keyof BrandColors;
  /** What stands in front, in words. */
  readonly what: string;
  readonly front: string | Color;
  readonly behind: string | Color;
  readonly where: string;
  readonly least: 3 | 4.5;
  readonly criterion: '1.4.3' | '1.4.11';
  readonly fatal: boolean;
}

/** Holds the colours of a municipality against those that they meet (WCAG 2.2, 1.4.3 and 1.4.11). Only what was chosen is judged. */
export function checkContrast({ colors }: BrandConfiguration): WeakContrast[] {
  if (!colors) return [];
  return schemes.flatMap((scheme) =>
    meetings(scheme, colors[scheme]).flatMap((meeting) => {
      const contrast = wcagContrast(meeting.front, meeting.behind);
      // Never rounded up to what is wanted.
      const figure = (Math.floor(contrast * 100) / 100).toFixed(2);
      if (contrast >= meeting.least) return [];
      const { name, what, where, criterion, least, fatal } = meeting;
      return [
        {
          message:
            `brand.colors.${scheme}.${name}: ${what} on ${where} has a contrast of ${figure} : 1. ` +
            `WCAG 2.2 wants at least ${least} : 1 (${criterion}). ${advice(scheme, name)}`,
          fatal,
        },
      ];
    }),
  );
}

function advice(scheme: Scheme, name: keyof BrandColors): string {
  if (name === 'brand' || name === 'onAction') return 'Choose colours that are further apart.';
  return scheme === 'light' ? 'Choose a darker colour.' : 'Choose a lighter colour.';
}

function meetings(scheme: Scheme, chosen: BrandColors): Meeting[] {
  const { backgrounds, shade, defaults } = schemeColors[scheme];
  const { brand, onBrand, accent, action, onAction } = { ...defaults, ...withoutGaps(chosen) };
  const all: Meeting[] = [];
  const text = { least: 4.5, criterion: '1.4.3', fatal: true } as const;
  if (chosen.action !== undefined) {
    for (const [where, behind] of Object.entries(backgrounds)) {
      all.push({ ...text, name: 'action', what: `a link (${action})`, front: action, behind, where });
      // KERN tints what is below the pointer with the colour itself.
      const tinted = mixed(action, behind, 1 - shade.active);
      all.push({
        ...text,
        name: 'action',
        what: `a button without frame (${action})`,
        front: action,
        behind: tinted,
        where: `${where} while pressed`,
      });
    }
  }
  if (chosen.action !== undefined || chosen.onAction !== undefined) {
    const states = { 'a button': 1, 'a button below the pointer': shade.hover, 'a button while pressed': shade.active };
    for (const [where, kept] of Object.entries(states)) {
      const behind = mixed(action, shade.with, kept);
      all.push({ ...text, name: 'onAction', what: `the text (${onAction})`, front: onAction, behind, where: `${where} (${action})` });
    }
  }
  if (chosen.brand !== undefined || chosen.onBrand !== undefined) {
    all.push({ ...text, name: 'brand', what: `onBrand (${onBrand})`, front: onBrand, behind: brand, where: `brand (${brand})` });
  }
  if (chosen.accent !== undefined) {
    for (const [where, behind] of Object.entries(backgrounds)) {
      all.push({ name: 'accent', what: `a line (${accent})`, front: accent, behind, where, least: 3, criterion: '1.4.11', fatal: false });
    }
  }
  return all;
}

/** `color-mix(in oklch, …)` with `share` of the first colour. */
const mixed = (color: string, other: string, share: number): Color => interpolate([other, color], 'oklch')(share) as Color;

const withoutGaps = (colors: BrandColors): Partial<Required<BrandColors>> =>
  Object.fromEntries(Object.entries(colors).filter(([, value]) => value !== undefined));
