import { createHash } from 'node:crypto';
import { Stuck } from './stuck.js';
import type { SampleFile } from './values/sample-files.js';

export interface ReceivedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Every file that was sent has arrived, byte for byte and under its name, and no other. A second file of the same name has a
 * number behind it: `Foto (2).jpg`. @throws Stuck with the first that is not right
 */
export function checkAttachments(sent: readonly SampleFile[], received: readonly ReceivedBytes[]): void {
  const rest = new Map(received.map(({ name, bytes }) => [digest(bytes), name.normalize('NFC')]));
  const namesakes = new Set<string>();
  for (const { name, bytes } of sent) {
    const arrived = rest.get(digest(bytes));
    if (arrived === undefined) throw new Stuck(`Die Anlage ${name} ist nicht oder verändert angekommen`);
    const plain = arrived.replace(/ \((?!1\))\d+\)(?=\.\w+$)/, '');
    if (plain !== name.normalize('NFC')) throw new Stuck(`Die Anlage ${name} heißt jetzt ${arrived}`);
    if (namesakes.has(arrived)) throw new Stuck(`Zwei Anlagen heißen ${arrived}`);
    namesakes.add(arrived);
    rest.delete(digest(bytes));
  }
  if (received.length !== sent.length) throw new Stuck(`${received.length} Anlagen sind angekommen, geschickt wurden ${sent.length}`);
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
