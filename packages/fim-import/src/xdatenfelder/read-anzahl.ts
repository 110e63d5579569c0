import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { Reading } from './reading.js';
import type { Anzahl } from './stammdatenschema.js';

/** `min:max`, where max may be `*`. Whether min fits max is for the compiler to say. */
export function readAnzahl(reading: Reading, struktur: XmlElement): Anzahl {
  const text = reading.required(struktur, 'anzahl');
  const match = /^(\d{1,9})\s*:\s*(\*|\d{1,9})$/.exec(text);
  if (match === null) {
    throw new FimInputError(
      'fim-element-invalid',
      reading.file,
      say({ de: `„${text}“ ist keine Anzahl wie 0:1 oder 1:*.`, en: `“${text}” is no count (anzahl) such as 0:1 or 1:*.` }),
      struktur,
    );
  }
  return { min: Number(match[1]), max: match[2] === '*' ? null : Number(match[2]) };
}
