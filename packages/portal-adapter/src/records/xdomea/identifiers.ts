import { createHash } from 'node:crypto';

/** A UUID (RFC 9562, version 8) that is the same for the same parts, in every process: a message sent again is the same message. */
export function stableUuid(...parts: readonly string[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['serviceportal/xdomea', ...parts]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** `ProzessID` of everything that is said about one delivery. */
export function processId(key: string): string {
  return stableUuid('Prozess', key);
}

/** `Identifikation/ID` of the Vorgang of a delivery. */
export function vorgangId(key: string): string {
  return stableUuid('Vorgang', key);
}
