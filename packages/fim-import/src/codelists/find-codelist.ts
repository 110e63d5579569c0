import { say } from '../language.js';
import type { CodelisteReferenz } from '../xdatenfelder/datenfeld.js';
import type { CodelistFile, CodelistFolder } from './codelist-folder.js';

/** The file that a reference means, or why there is none. */
export type FoundCodelist = { readonly file: CodelistFile } | { readonly reason: string };

/** Names a reference in messages and as a key. */
export function referenceName(reference: CodelisteReferenz): string {
  const versioned = reference.version === undefined ? reference.kennung : `${reference.kennung}_${reference.version}`;
  return reference.versionUri ?? versioned ?? reference.id ?? 'unnamed';
}

/** Finds a list by its names. Another version of the list is another list; a reference without version means the newest. */
export function findCodelist(reference: CodelisteReferenz, folders: readonly CodelistFolder[]): FoundCodelist {
  const files = folders.flatMap((folder) => folder.lists);
  const exact = files.find((file) => isExactly(reference, file));
  if (exact !== undefined) return { file: exact };
  const sameList = files.filter((file) => isSameList(reference, file));
  const newest = sameList.toSorted((a, b) => compareVersions(a, b)).at(-1);
  if (newest === undefined)
    return { reason: `${say({ de: 'Sie liegt nicht vor', en: 'It is not at hand' })}${packedHint(reference, folders)}` };
  if (wantedVersion(reference, newest) === undefined) return { file: newest };
  const versions = sameList.map(({ identification }) => identification.version ?? say({ de: 'ohne Angabe', en: 'not stated' })).join(', ');
  return { reason: say({ de: `Es liegt nur Version ${versions} vor`, en: `Only version ${versions} is at hand` }) };
}

/** The version that a reference names, by itself or at the end of its URI. */
function wantedVersion({ version, versionUri }: CodelisteReferenz, { identification }: CodelistFile): string | undefined {
  const prefix = `${identification.kennung ?? ''}_`;
  return version ?? (versionUri?.startsWith(prefix) === true ? versionUri.slice(prefix.length) : undefined);
}

function isSameList({ kennung, versionUri }: CodelisteReferenz, { identification }: CodelistFile): boolean {
  if (identification.kennung === undefined) return false;
  if (kennung !== undefined) return kennung === identification.kennung;
  return versionUri === identification.kennung || versionUri?.startsWith(`${identification.kennung}_`) === true;
}

function isExactly(reference: CodelisteReferenz, file: CodelistFile): boolean {
  const { kennung, version, versionUri } = file.identification;
  const wanted = wantedVersion(reference, file);
  if (wanted !== undefined && version !== undefined && wanted !== version) return false;
  if (reference.versionUri !== undefined && reference.versionUri === versionUri) return true;
  if (wanted !== undefined && wanted === version && isSameList(reference, file)) return true;
  // Files beside a version 2 schema carry the C-id in their name.
  const named =
    reference.id !== undefined && file.fileName.startsWith(reference.id) && !/^\d/.test(file.fileName.slice(reference.id.length));
  return named && (reference.kennung === undefined || reference.kennung === kennung);
}

function compareVersions(a: CodelistFile, b: CodelistFile): number {
  const [left, right] = [a.identification.version ?? '', b.identification.version ?? ''];
  return left.localeCompare(right, 'en', { numeric: true });
}

function packedHint(reference: CodelisteReferenz, folders: readonly CodelistFolder[]): string {
  const packed = folders.flatMap((folder) => folder.compressed);
  const file = packed.find((name) => isNamedAfter(name, reference));
  return file === undefined ? '' : say({ de: `; „${file}“ ist gepackt: bitte entpacken`, en: `; “${file}” is packed: please unpack it` });
}

/** Files are named after the last part of the URI. A part like `rs` is short enough to stand in any name: it must be a word of its own. */
function isNamedAfter(fileName: string, { kennung, versionUri }: CodelisteReferenz): boolean {
  const word = (kennung ?? versionUri?.replace(/_[^_]*$/, '') ?? '').split(/[:.]/).at(-1) ?? '';
  if (plain(word) === '') return false;
  return plain(word).length > 3
    ? plain(fileName).includes(plain(word))
    : fileName.split(/[\W_]+/).some((one) => plain(one) === plain(word));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/ue|ae|oe/g, (x) => x.charAt(0));
