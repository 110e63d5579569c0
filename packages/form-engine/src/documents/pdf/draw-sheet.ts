import type { LetterLogo } from '../letter/letter-blocks.js';
import { logoSize } from '../letter/letter-front.js';
import { letterPlaces, ruleColor, sheet } from '../letter/sheet.js';
import type { Pdf } from './open-pdf.js';

/** What is printed on the paper of a letter: logo, marks for folding and punching. Decoration: the name beside the logo is text. */
export function drawSheet(pdf: Pdf, logo: LetterLogo | null): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  for (const [y, length] of [...letterPlaces.foldMarks.map((mark) => [mark, 8] as const), [letterPlaces.punchMark, 14] as const]) {
    pdf.moveTo(14, y).lineTo(14 + length, y);
  }
  pdf.lineWidth(0.5).strokeColor(ruleColor).stroke();
  if (logo) drawLogo(pdf, logo);
  pdf.endMarkedContent();
}

/** Its pixels as they are: a compressed picture would come out differently with another version of the compressor (ADR 0030). */
function drawLogo(pdf: Pdf, { width, height, pixels }: LetterLogo): void {
  const picture = pdf.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
  });
  picture.end(pixels as Buffer);
  (pdf.page as unknown as { xobjects: Record<string, unknown> }).xobjects['Logo'] = picture;
  const size = logoSize({ width, height });
  const top = letterPlaces.head + (letterPlaces.logo.height - size.height) / 2;
  pdf.save();
  // A picture is a square of one, its upper edge at the top of a page that pdfkit has turned upside down.
  pdf.transform(size.width, 0, 0, -size.height, sheet.left, top + size.height);
  pdf.addContent('/Logo Do');
  pdf.restore();
}
