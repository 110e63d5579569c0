export interface SampleFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const base64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`;

/** Small real files. The names hold what file names hold. */
export const sampleFiles: readonly SampleFile[] = [
  { name: 'Nachweis Müll ß.pdf', mediaType: 'application/pdf', bytes: Buffer.from(pdf) },
  {
    name: 'Foto (1).png',
    mediaType: 'image/png',
    bytes: base64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  },
  {
    name: 'Foto.jpg',
    mediaType: 'image/jpeg',
    bytes: base64(
      '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    ),
  },
  { name: 'Bild.gif', mediaType: 'image/gif', bytes: base64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7') },
  {
    name: 'Scan.tif',
    mediaType: 'image/tiff',
    bytes: base64(
      'SUkqAAgAAAAJAAABBAABAAAAAQAAAAEBBAABAAAAAQAAAAIBBAABAAAACAAAAAMBBAABAAAAAQAAAAYBBAABAAAAAQAAABEBBAABAAAAegAAABUBBAABAAAAAQAAABYBBAABAAAAAQAAABcBBAABAAAAAQAAAAAAAACA',
    ),
  },
  { name: 'Daten.xml', mediaType: 'application/xml', bytes: Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<daten/>\n') },
  { name: 'Daten.txt', mediaType: 'text/plain', bytes: Buffer.from('Ein Satz.\n') },
];

/** The same file with a few bytes behind its end that make it different from every other. */
export function withMark(file: SampleFile, mark: number): SampleFile {
  const end = file.mediaType.endsWith('xml') ? `<!-- ${mark} -->\n` : `\n%${mark}\n`;
  return { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(end)]) };
}

/** What people send: mostly documents, and now and then a picture, which takes the portal a process of its own to look at. */
export const usualFiles = (files: readonly SampleFile[]): readonly SampleFile[] =>
  files.flatMap((file) => (file.mediaType.startsWith('image/') ? [file] : Array<SampleFile>(6).fill(file)));

/** Files of which one fits the `accept` of an input. */
export function filesFor(accept: string): readonly SampleFile[] {
  const allowed = accept.split(',').map((type) => type.trim());
  if (accept === '') return sampleFiles.slice(0, 3);
  return sampleFiles.filter(({ mediaType }) =>
    allowed.some(
      (type) =>
        type === mediaType ||
        (type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1))) ||
        (type === 'image/jpg' && mediaType === 'image/jpeg'),
    ),
  );
}
