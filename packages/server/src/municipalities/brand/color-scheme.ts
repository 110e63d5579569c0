import type { BrandColors } from './brand-configuration.js';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** A scheme of KERN as far as brand colours meet it; values as in kern.css 2.7 (a test compares them). */
interface SchemeColors {
  /** What pages, hued areas and cards are drawn on. */
  readonly backgrounds: Readonly<Record<string, string>>;
  /** What the pointer mixes into a button, and how much of it stays: KERN's `action-state-opacity`. */
  readonly shade: { readonly with: string; readonly hover: number; readonly active: number };
  readonly defaults: Required<BrandColors>;
}

export const schemeColors: Readonly<Record<Scheme, SchemeColors>> = {
  light: {
    backgrounds: { 'the page': '#ffffff', 'hued areas': 'oklch(96.72% 0.0041 271.37)' },
    shade: { with: 'white', hover: 0.92, active: 0.84 },
    defaults: {
      brand: 'oklch(34.91% 0.1828 264.89)',
      onBrand: '#ffffff',
      accent: '#c8a24a',
      action: 'oklch(42.84% 0.1689 265.02)',
      onAction: '#ffffff',
    },
  },
  dark: {
    backgrounds: { 'the page': '#000000', 'hued areas': 'oklch(20.23% 0.0321 277.67)', cards: 'oklch(25.07% 0.0381 276.75)' },
    shade: { with: 'black', hover: 0.88, active: 0.76 },
    defaults: {
      brand: 'oklch(42.84% 0.1689 265.02)',
      onBrand: '#ffffff',
      accent: '#c8a24a',
      action: 'oklch(75.39% 0.0772 264.66)',
      onAction: '#000000',
    },
  },
};
