import type { FaceName } from '../fonts/document-fonts.js';

/** A4 upright in points (1/72 inch), with the margins of a letter: 25 mm left, 20 mm right. */
export const sheet = { width: 595.28, height: 841.89, left: 70.87, right: 56.69, top: 56.69, bottom: 79.37, footer: 42.52 } as const;

/** Millimetres as points. */
const mm = (length: number): number => (length * 72) / 25.4;

/**
 * Where things stand on the first page of a letter, in points from its upper edge; across from the left margin (DIN 5008:2020, form B).
 * What is in the window of an envelope lies between 45 and 90 mm.
 */
export const letterPlaces = {
  head: mm(15),
  logo: { height: mm(18), width: mm(60) },
  /** Above it, small, stands who sends it. */
  address: mm(62.7),
  addressWidth: mm(80),
  information: mm(50),
  informationLeft: mm(100),
  /** Where the text begins. */
  text: mm(98.5),
  foldMarks: [mm(105), mm(210)],
  punchMark: mm(148.5),
} as const;

export const textWidth = sheet.width - sheet.left - sheet.right;

/** How a text looks. `size` and `leading` (from line to line) in points. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

const ink = '#1b1f24';
// 7.5 : 1 on white.
const quiet = '#4a5562';

export const styles = {
  sender: { face: 'bold', size: 15, leading: 20, color: ink },
  contact: { face: 'regular', size: 8.5, leading: 12, color: quiet },
  address: { face: 'regular', size: 10.5, leading: 14.4, color: ink },
  returnLine: { face: 'regular', size: 7, leading: 9, color: quiet },
  informationStrong: { face: 'bold', size: 8.5, leading: 12, color: ink },
  small: { face: 'regular', size: 8.5, leading: 12, color: ink },
  title: { face: 'bold', size: 19, leading: 25, color: ink },
  subtitle: { face: 'regular', size: 12, leading: 17, color: ink },
  heading2: { face: 'bold', size: 13, leading: 18, color: ink },
  heading3: { face: 'bold', size: 10.5, leading: 15, color: ink },
  text: { face: 'regular', size: 10, leading: 14.5, color: ink },
  strong: { face: 'bold', size: 10, leading: 14.5, color: ink },
  label: { face: 'regular', size: 10, leading: 14.5, color: quiet },
  code: { face: 'bold', size: 14, leading: 20, color: ink },
  footer: { face: 'regular', size: 8, leading: 11, color: quiet },
} as const satisfies Record<string, TextStyle>;

export const ruleColor = '#c9ced6';
