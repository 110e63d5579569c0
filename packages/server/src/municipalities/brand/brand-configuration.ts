import { z } from 'zod';

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour like #0b4f9c is expected, in quotation marks');

const colors = z.strictObject({
  /** Stripe at the top, and the shield where there is no logo; on it stands `onBrand`. */
  brand: color.optional(),
  onBrand: color.optional(),
  /** Lines that set off; never the only sign of anything. */
  accent: color.optional(),
  /** Links and buttons; on a button stands `onAction`. */
  action: color.optional(),
  onAction: color.optional(),
});

/** How a municipality looks, besides its logo. What is left out is KERN's. */
export const brandConfiguration = z.strictObject({
  colors: z.strictObject({ light: colors.default({}), dark: colors.default({}) }).optional(),
  /** Fonts of one's own, WOFF2. Letters that they lack are shown in Fira Sans. */
  font: z
    .strictObject({
      family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,59}$/u, 'letters, digits, blanks and hyphens are expected'),
      regular: z.string(),
      /** Weight 600. */
      bold: z.string(),
    })
    .optional(),
});

export type BrandConfiguration = z.infer<typeof brandConfiguration>;
export type BrandColors = z.infer<typeof colors>;
