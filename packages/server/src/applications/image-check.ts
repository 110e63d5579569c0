import type { Readable } from 'node:stream';

/** The types of pictures that are decoded; others that a schema allows are kept as they come. */
const decodedTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff'] as const;

export type DecodedType = (typeof decodedTypes)[number];

export const isDecoded = (mediaType: string): mediaType is DecodedType => (decodedTypes as readonly string[]).includes(mediaType);

export type ImageOutcome =
  /** The picture alone, upright, without anything else that was in the file. */
  | { readonly kind: 'encoded'; readonly bytes: Buffer }
  /** `busy`: it could not be looked at, or took too long; perhaps later. */
  | { readonly kind: 'broken' | 'too-many-pixels' | 'too-large' | 'busy' };

/** Decodes pictures whole and writes them anew. */
export interface ImageCheck {
  /** Largest picture, in millions of pixels; all pages or frames together. */
  readonly megapixels: number;
  /** `maxSize`: bytes that the outcome may have. What reading `source` throws is passed on. */
  encode(source: Readable, mediaType: DecodedType, maxSize: number): Promise<ImageOutcome>;
}
