import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseStatus } from '../../contract/delivery.js';
import { errorCode } from '../../delivery/error-code.js';
import { feedbackTexts } from './feedback-texts.js';
import { messageNames, messageStem } from './message-head.js';
import { namespace } from './xml/write-xml.js';
import { childrenOf, readXml, textAt } from './xml/read-xml.js';
import type { ReadElement } from './xml/read-xml.js';
import { openZip, textOf } from './zip/read-zip.js';

/** A confirmation lies in the inbox, but it is not one that can be read. Says why, quotes nothing. */
export class UnreadableConfirmation extends Error {
  override readonly name = 'UnreadableConfirmation';
}

/** Bytes; confirmations have some 3,000. */
const largest = { file: 5_000_000, message: 5_000_000 } as const;
const longestReason = 500;
const succeeded = '0000000';

/** What the inbox says about a process: the import (0630) before the mere arrival (0629). @throws UnreadableConfirmation */
export async function confirmationOf(inbox: string, processId: string): Promise<CaseStatus | null> {
  // Without the folder nothing is known; a share that is not mounted says nothing about the case.
  await stat(inbox);
  const imported = await messageIn(inbox, processId, '0630');
  if (imported) return importStatus(imported);
  const received = await messageIn(inbox, processId, '0629');
  return received && { state: 'received', at: instantOf(received) };
}

async function messageIn(inbox: string, processId: string, type: '0629' | '0630'): Promise<ReadElement | null> {
  const stem = messageStem(processId, type);
  const text = (await fromZip(join(inbox, `${stem}.zip`), `${stem}.xml`)) ?? (await fromFile(join(inbox, `${stem}.xml`)));
  if (text === null) return null;
  const root = readXml(text);
  if (root.namespace !== namespace || root.name !== messageNames[type])
    throw new UnreadableConfirmation(`not a message ${messageNames[type]}`);
  const told = textAt(root, 'Kopf', 'ProzessID')?.toLowerCase();
  if (told !== processId) throw new UnreadableConfirmation('of another process (ProzessID)');
  return root;
}

async function fromZip(path: string, entry: string): Promise<string | null> {
  if (!(await isThere(path))) return null;
  const zip = await openZip(path);
  try {
    return await textOf(zip.bytes(entry, largest.message));
  } finally {
    zip.close();
  }
}

async function fromFile(path: string): Promise<string | null> {
  return (await isThere(path)) ? readFile(path, 'utf8') : null;
}

async function isThere(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > largest.file) throw new UnreadableConfirmation('no file, or too large');
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function importStatus(message: ReadElement): CaseStatus {
  const outcome = childrenOf(message, 'ErfolgOderMisserfolg')[0];
  const general = childrenOf(outcome, 'Rueckmeldung');
  const returned = childrenOf(outcome, 'Rueckgabeparameter');
  if (general.length === 0) throw new UnreadableConfirmation('without Rueckmeldung');
  const at = instantOf(message);
  const isGood = general.every((one) => textAt(one, 'AllgemeineRueckmeldung', 'code') === succeeded);
  const isAllGood = isGood && returned.every((one) => ['true', '1'].includes(textAt(one, 'Erfolgreich') ?? ''));
  const id = textAt(returned[0], 'IDSGO')?.slice(0, 200);
  if (isAllGood) return { state: 'accepted', at, ...(id === undefined ? {} : { counterpartReference: id }) };
  const said = [...general, ...returned.flatMap((one) => childrenOf(one, 'Rueckmeldung'))].flatMap((one) => one.children.map(wordsOf));
  const reason = said
    .filter((words) => words !== '')
    .join(' ')
    .slice(0, longestReason);
  return { state: 'rejected', at, ...(reason === '' ? {} : { reason }) };
}

function wordsOf(feedback: ReadElement): string {
  const code = textAt(feedback, 'code');
  if (code === undefined) return feedback.text.trim();
  return code === succeeded ? '' : (textAt(feedback, 'name') ?? feedbackTexts[code] ?? `Rückmeldung ${code}.`);
}

/** `Erstellungszeitpunkt` as ISO instant. Where it names no zone, the clock in Germany is meant. */
function instantOf(message: ReadElement): string {
  const text = textAt(message, 'Kopf', 'Erstellungszeitpunkt') ?? '';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) throw new UnreadableConfirmation('without Erstellungszeitpunkt');
  const hasZone = /(Z|[+-]\d\d:\d\d)$/.test(text);
  const instant = new Date(hasZone ? text : `${text}Z`);
  if (Number.isNaN(instant.getTime())) throw new UnreadableConfirmation('without Erstellungszeitpunkt');
  return new Date(instant.getTime() - (hasZone ? 0 : berlinOffsetMs(instant))).toISOString();
}

const berlin = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' });

function berlinOffsetMs(instant: Date): number {
  const name = berlin.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return Number(/GMT\+0?(\d)/.exec(name)?.[1] ?? 0) * 3_600_000;
}
