import { PackageError } from '@serviceportal/form-engine';
import { say } from '../language.js';
import { writingInWords } from './cannot-write.js';

/**
 * Runs a command. A mistake of the person who calls it has a code and a message that says what to do: one error, exit code 1.
 * Anything else is a mistake of ours and shows where.
 */
export async function runCommand(json: boolean, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (thrown) {
    const error = writingInWords(thrown);
    process.exitCode = 1;
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
    const message = error instanceof PackageError ? say({ de: error.message, en: error.english }) : error.message;
    if (json) console.log(JSON.stringify({ error: { code: error.code, message, ...placeOf(error) } }));
    else console.error(`${say({ de: 'Fehler', en: 'Error' })} ${error.code}: ${message}`);
  }
}

function placeOf(error: Error): Readonly<Record<string, string | number>> {
  const entries = Object.entries(error).filter(([key, value]) => ['file', 'line', 'column'].includes(key) && value !== undefined);
  return Object.fromEntries(entries) as Record<string, string | number>;
}
