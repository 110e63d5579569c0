import { createInterface } from 'node:readline/promises';
import { eraseCase } from '../applications/erase.js';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import type { ApplicationRow } from '../storage/applications.js';
import { deliveriesOf } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { findCase, withCases } from './cases.js';
import type { CaseOptions } from './cases.js';
import type { Environment } from './run-portal.js';

export interface EraseOptions extends CaseOptions {
  /** Nobody is asked. */
  readonly yes: boolean;
}

/** `serviceportal erase CASE`: deletes a case with everything about it. What counterparts have received stays with them: it says who they are. */
export async function erase(
  name: string,
  { yes, ...options }: EraseOptions,
  environment: Environment = process.env,
  { say = console.log, ask = askOnTerminal }: { say?: (line: string) => void; ask?: (question: string) => Promise<string> } = {},
): Promise<void> {
  await withCases(options, environment, async (office, municipality) => {
    const row = await findCase(office, name);
    const label = (target: string): string => municipality.target(target)?.label ?? target;
    for (const line of whatHappens(row, await deliveriesOf(office.database, [row.id]), label)) say(line);
    if (!yes && (await ask(`Type ${row.reference} to delete it for good: `)).trim() !== row.reference) {
      throw new ConfigurationError('case-not-erased', 'Nothing was deleted.');
    }
    const erased = await eraseCase(office, row.id, { cause: 'request', rule: 'serviceportal erase' });
    say(
      erased
        ? `${row.reference} is deleted. A record without personal data stays.`
        : `${row.reference} was deleted by somebody else just now.`,
    );
  });
}

function whatHappens(row: ApplicationRow, deliveries: readonly DeliveryRow[], label: (target: string) => string): string[] {
  const handedOver = deliveries.filter(({ state }) => state === 'acknowledged');
  const open = deliveries.filter(({ state }) => state !== 'acknowledged');
  return [
    `Case ${row.reference} (${row.package_key}), submitted ${row.submitted_at}, ${row.state}.`,
    ...(handedOver.length > 0 ? ['Handed over already, and not deleted there:'] : ['Nothing was handed over.']),
    ...handedOver.map((one) => `  ${label(one.target)}${partOf(one)}, ${one.acknowledged_at ?? ''}${numberOf(one)}`),
    ...(open.length > 0 ? ['Not handed over yet, and not any more; what is under way or unclear may have arrived:'] : []),
    ...open.map((one) => `  ${label(one.target)}${partOf(one)}, ${one.state}${numberOf(one)}`),
  ];
}

const partOf = ({ supplement }: DeliveryRow): string => (supplement > 0 ? ` (supplement ${supplement})` : '');
const numberOf = ({ counterpart_reference: number }: DeliveryRow): string => (number === null ? '' : `, their number ${number}`);

/** Without a terminal nobody can confirm. */
async function askOnTerminal(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return terminal.question(question).finally(() => terminal.close());
}
