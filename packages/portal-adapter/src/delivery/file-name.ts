import type { DeliveryFile } from '../contract/delivery.js';

/** Bytes of UTF-8 a name may have. File systems allow 255; the rest is room for what a recipient puts before or behind it. */
const maxBytes = 180;

// Path separators, what Windows forbids in names, control characters, and characters that reorder or hide text
// ("Rechnung<U+202E>fdp.exe").
const forbidden = /[/\\<>:"|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function shortened(stem: string, room: number): string {
  let kept = '';
  for (const letter of stem) {
    if (bytes(kept + letter) > room) break;
    kept += letter;
  }
  return kept;
}

/** Where the extension starts; the length of the name if it has none. */
function extensionStart(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 && bytes(name.slice(dot)) <= 16 ? dot : name.length;
}

/** A name that is a plain file name on every file system and says what `name` said. Letters stay as they are, in NFC. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const plain = last
    .replace(forbidden, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const spelled = windowsDevice.test(plain) ? `_${plain}` : plain;
  const end = extensionStart(spelled);
  const extension = spelled.slice(end);
  return shortened(spelled.slice(0, end), maxBytes - bytes(extension)) + extension || 'Datei';
}

/** Safe names, in the order of the files, distinct also where upper and lower case are the same. `reserved` are not given out. */
export function distinctFileNames(files: readonly Pick<DeliveryFile, 'name'>[], reserved: readonly string[] = []): string[] {
  const taken = new Set(reserved);
  return files.map((file) => {
    const name = safeFileName(file.name);
    const end = extensionStart(name);
    let distinct = name;
    for (let count = 2; taken.has(distinct.toLowerCase()); count += 1) distinct = `${name.slice(0, end)} (${count})${name.slice(end)}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
