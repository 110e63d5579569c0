import { say } from '../language.js';

const reasons = {
  EACCES: { de: 'Dafür fehlt die Berechtigung. Prüfen Sie die Rechte, oder nennen Sie einen anderen Ort.', en: 'You lack the permission. Check it, or name another place.' }, // prettier-ignore
  EPERM: { de: 'Dafür fehlt die Berechtigung. Prüfen Sie die Rechte, oder nennen Sie einen anderen Ort.', en: 'You lack the permission. Check it, or name another place.' }, // prettier-ignore
  EROFS: { de: 'Dieses Laufwerk ist schreibgeschützt. Nennen Sie einen anderen Ort.', en: 'This drive is read-only. Name another place.' },
  ENOSPC: { de: 'Das Laufwerk ist voll. Schaffen Sie Platz, oder nennen Sie einen anderen Ort.', en: 'The drive is full. Make room, or name another place.' }, // prettier-ignore
  EEXIST: { de: 'Hier liegt eine Datei, gebraucht wird ein Ordner. Nennen Sie einen anderen Ort.', en: 'There is a file, but a folder is needed. Name another place.' }, // prettier-ignore
  ENOTDIR: { de: 'Ein Teil des Pfads ist eine Datei, kein Ordner. Prüfen Sie den Pfad.', en: 'A part of the path is a file, not a folder. Check the path.' }, // prettier-ignore
  EISDIR: { de: 'Das ist ein Ordner, gebraucht wird eine Datei. Nennen Sie auch den Dateinamen.', en: 'This is a folder, but a file is needed. Name the file, too.' }, // prettier-ignore
  ENOENT: {
    de: 'Den Ordner gibt es nicht. Legen Sie ihn an, oder prüfen Sie den Pfad.',
    en: 'There is no such folder. Make it, or check the path.',
  },
} as const;

/** A result could not be written. Reading never ends like this: it has errors of its own. */
export class CannotWrite extends Error {
  readonly code = 'fim-cannot-write';

  constructor(path: string, reason: string, cause: unknown) {
    super(`${path}: ${reason}`, { cause });
  }
}

/** An error of the file system in words; any other as it is. */
export function writingInWords(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return error;
  const known = Object.entries(reasons).find(([code]) => code === error.code);
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  return known === undefined ? error : new CannotWrite(path, say(known[1]), error);
}
