import type { Widget } from '@serviceportal/form-engine';
import type { Chance } from './chance.js';

const samples: Partial<Record<Widget, readonly string[]>> = {
  email: ['erika.mustermann@example.org', 'max@musterstadt.example'],
  tel: ['0123 456789', '+49 123 456789', '+49123456789'],
  // Sample accounts of the Deutsche Bundesbank; the check digits are right.
  iban: ['DE02120300000000202051', 'DE02500105170137075030'],
  bic: ['BYLADEM1001', 'INGDDEFFXXX'],
  'tax-id': ['86095742719', '47036892816'],
  postcode: ['99999', '59494'],
};

const words = ['Müller', 'Weiß', 'Garten', 'Straße', 'Łukasz', 'Zoë', 'Nachweis', "O'Neill", 'Grün', 'Zentrum'];

/** What people enter: two words, or a number that belongs to the kind of field. */
export function* wordText(widget: Widget | undefined, chance: Chance): Generator<string> {
  const known = widget === undefined ? undefined : samples[widget];
  if (known) {
    yield chance.pick(known);
    yield* known;
  }
  yield `${chance.pick(words)} ${chance.pick(words)}`;
  yield chance.pick(words);
}
