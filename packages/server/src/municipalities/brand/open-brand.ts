import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MunicipalityConfiguration } from '../configuration.js';
import { ConfigurationError } from '../configuration-error.js';
import { brandCss } from './brand-css.js';
import { checkContrast } from './check-contrast.js';
import { brandIcon, type BrandIcon } from './icon.js';

/** The look of a municipality, read and checked. */
export interface Brand {
  /** Files to serve: logo and fonts. */
  readonly files: readonly string[];
  readonly icon: BrandIcon;
  /** File name of the font that pages load first; null: ours. */
  readonly firstFont: string | null;
  /** Style sheet; empty: none. `href`: address of one of the files by name. */
  css(href: (name: string) => string | null): string;
  /** What is not as it should be, and does not stop the start. */
  readonly warnings: readonly string[];
}

// Two fonts of this size are what a page may cost (docs/architecture.md: 60 KB of fonts).
const usualFontBytes = 60_000;

/** @throws ConfigurationError where a file is missing or not what it should be, or colours cannot be told apart */
export async function openBrand({ logo, brand = {}, brandCss: ownCss }: MunicipalityConfiguration, folder: string): Promise<Brand> {
  const contrasts = checkContrast(brand);
  const fatal = contrasts.filter((weak) => weak.fatal).map(({ message }) => message);
  if (fatal.length > 0) throw invalid(fatal.join('\n'));
  const warnings = contrasts.map(({ message }) => message);
  const { font } = brand;
  for (const [name, file] of Object.entries(font ? { regular: font.regular, bold: font.bold } : {})) {
    const bytes = await readNamed(join(folder, file), `brand.font.${name}`);
    if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw invalid(`brand.font.${name}: ${file} is no WOFF2 file.`);
    if (bytes.length > usualFontBytes) {
      warnings.push(
        `brand.font.${name}: ${file} has ${Math.ceil(bytes.length / 1000)} kB. Every visitor loads it: reduce it to the letters of your language.`,
      );
    }
  }
  const own = ownCss === undefined ? '' : (await readNamed(join(folder, ownCss), 'brandCss')).toString('utf8');
  if (own !== '') warnings.push('brandCss: the contrast of colours in it is not checked. Name colours under brand.colors instead.');
  return {
    files: [logo, font?.regular, font?.bold].filter((file) => file !== undefined).map((file) => join(folder, file)),
    icon: await brandIcon(brand.colors?.light),
    firstFont: font?.regular ?? null,
    css: (href) => [brandCss(brand, href), own].filter((text) => text !== '').join('\n'),
    warnings,
  };
}

async function readNamed(file: string, key: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new ConfigurationError('configuration-missing', `${key}: ${file} cannot be read.`, { cause });
  }
}

const invalid = (problems: string): ConfigurationError =>
  new ConfigurationError('configuration-invalid', `The look of the municipality has to be corrected:\n${problems}`);
