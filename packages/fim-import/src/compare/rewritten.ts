import { say } from '../language.js';
import { excerpt, excerpts } from './wording.js';

/** What became of a text: `lautet jetzt „…“, bisher „…“`, `ist neu: „…“` or `entfällt (bisher „…“)`. */
export function rewritten(old: string | undefined, now: string | undefined): string {
  if (now === undefined) return say({ de: `entfällt (bisher ${excerpt(old ?? '')})`, en: `is gone (before ${excerpt(old ?? '')})` });
  if (old === undefined) return say({ de: `ist neu: ${excerpt(now)}`, en: `is new: ${excerpt(now)}` });
  const [before, after] = excerpts(old, now);
  return say({ de: `lautet jetzt ${after}, bisher ${before}`, en: `now reads ${after}, before ${before}` });
}
