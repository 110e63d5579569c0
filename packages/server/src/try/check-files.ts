import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { Stuck } from './stuck.js';
import type { SampleFile } from './values/sample-files.js';

export interface ReceivedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Every file that was sent has arrived under its name, and no other: pictures as pictures of the same format and size, everything else
 * byte for byte. A second file of the same name has a number behind it: `Foto (2).jpg`. @throws Stuck with the first that is not right
 */
export async function checkAttachments(sent: readonly SampleFile[], received: readonly ReceivedBytes[]): Promise<void> {
  const rest = await Promise.all(
    received.map(async ({ name, bytes }) => ({ content: await contentOf(bytes), name: name.normalize('NFC') })),
  );
  const namesakes = new Set<string>();
  for (const { name, bytes } of sent) {
    const content = await contentOf(bytes);
    // Pictures of one size look the same: of them, one of the right name.
    const alike = rest.filter((file) => file.content === content);
    const arrived = alike.find((file) => plain(file.name) === name.normalize('NFC')) ?? alike[0];
    if (arrived === undefined) throw new Stuck(`Die Anlage ${name} ist nicht oder verändert angekommen`);
    if (plain(arrived.name) !== name.normalize('NFC')) throw new Stuck(`Die Anlage ${name} heißt jetzt ${arrived.name}`);
    if (namesakes.has(arrived.name)) throw new Stuck(`Zwei Anlagen heißen ${arrived.name}`);
    namesakes.add(arrived.name);
    rest.splice(rest.indexOf(arrived), 1);
  }
  if (received.length !== sent.length) throw new Stuck(`${received.length} Anlagen sind angekommen, geschickt wurden ${sent.length}`);
}

const plain = (name: string): string => name.replace(/ \((?!1\))\d+\)(?=\.\w+$)/, '');

/** The portal writes pictures anew; what it must not change is what they are. */
async function contentOf(bytes: Uint8Array): Promise<string> {
  const picture = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (picture) return `${picture.format} ${picture.width}×${picture.height}`;
  return createHash('sha256').update(bytes).digest('hex');
}
