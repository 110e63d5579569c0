import { ScanError } from '../../contract/scanner.js';
import type { Finding } from '../../contract/scanner.js';
import type { Answer } from './conversation.js';

const sizeLimit = 'INSTREAM size limit exceeded. ERROR';

/** What clamd said about a stream (clamd(8), INSTREAM). Only a complete `stream: OK` is clean. @throws ScanError */
export function findingOf({ text, complete }: Answer): Finding {
  // Said before the end of the file, and then it hangs up.
  if (text.startsWith(sizeLimit)) {
    throw new ScanError(
      'clamd-too-large',
      'too-large',
      'clamd takes no file of this size: raise StreamMaxLength, or correct maxMegabytes.',
    );
  }
  if (!complete) throw new ScanError('clamd-broke-off', 'unavailable', 'clamd broke off before it had answered.');
  if (text === 'stream: OK') return { kind: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { kind: 'found', name: found.replace(/[^\x20-\x7e]/g, '?').slice(0, 200) };
  if (text.endsWith(' ERROR')) {
    throw new ScanError('clamd-failed', 'unavailable', 'clamd could not scan the file; its own log says why.');
  }
  throw new ScanError('clamd-answer-unreadable', 'unavailable', 'What answered does not speak as clamd does: check host, port or socket.');
}
