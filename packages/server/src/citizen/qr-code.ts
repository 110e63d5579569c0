import type { QrCodeView } from '@serviceportal/form-engine';
import encodeQR from 'qr';

/** Light modules around the code that readers need (ISO/IEC 18004, 6.3.8: four). */
const quietZone = 4;

/** A QR code as one SVG path in modules: each dark run of a row is a rectangle of height 1. */
export function qrCode(text: string): QrCodeView {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  return { size: rows.length, path: rows.map((row, y) => rowPath(row, y)).join('') };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
  }
  return path;
}
