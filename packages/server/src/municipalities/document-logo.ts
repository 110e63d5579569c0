import { readFile } from 'node:fs/promises';
import type { LetterLogo } from '@serviceportal/form-engine';
import sharp from 'sharp';
import { ConfigurationError } from './configuration-error.js';

// 18 mm high and at most 60 mm wide with 220 dots an inch: as a letter shows it.
const largest = { width: 520, height: 156 };

/** The logo of a municipality as it stands on letters: on white, in pixels. SVG, PNG or JPEG. @throws ConfigurationError */
export async function documentLogo(file: string): Promise<LetterLogo> {
  try {
    const bytes = await readFile(file);
    // Drawings have no size of their own: drawn so densely that only what is too large is made smaller.
    const { data, info } = await sharp(bytes, { density: 600, limitInputPixels: 50_000_000 })
      .autoOrient()
      .resize({ ...largest, fit: 'inside' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels`);
    return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
  } catch (cause) {
    throw new ConfigurationError('configuration-invalid', `logo: ${file} cannot be read as a picture. Name an SVG, PNG or JPEG file.`, {
      cause,
    });
  }
}
