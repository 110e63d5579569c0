import { createInterface } from 'node:readline/promises';
import { hashPassword } from '../municipalities/password.js';

/** `serviceportal hash-password`: reads a password from standard input and prints what goes into municipality.yaml. */
export async function printPasswordHash(): Promise<void> {
  if (process.stdin.isTTY) process.stderr.write('Password (shown while you type): ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    if (line.length < 12) throw new Error('A password of at least 12 characters is needed.');
    console.log(await hashPassword(line));
    return;
  }
}
