import type { Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import type { Figures, FromMember, ToMember } from './messages.js';

const patienceMilliseconds = 2_000;

/** Adds up the figures of all members. One that does not answer in time is left out. */
export function createFigures(members: () => readonly Worker[]): (asking: Worker, message: FromMember) => void {
  const waiting = new Map<number, (figures: Figures) => void>();
  let last = 0;
  const of = (member: Worker): Promise<Figures | null> =>
    new Promise((resolve) => {
      const question = ++last;
      const settle = (figures: Figures | null): void => {
        clearTimeout(tooLong);
        waiting.delete(question);
        resolve(figures);
      };
      const tooLong = setTimeout(() => settle(null), patienceMilliseconds);
      waiting.set(question, settle);
      member.send({ kind: 'figures-wanted', question } satisfies ToMember);
    });
  const all = async (): Promise<string> => {
    const figures = await Promise.all(members().map(of));
    return AggregatorRegistry.aggregate(figures.filter((one) => one !== null)).metrics();
  };
  return (asking, message) => {
    if (message.kind === 'figures') waiting.get(message.question)?.(message.figures);
    if (message.kind !== 'all-figures-wanted') return;
    void all().then((text) => {
      if (asking.isConnected()) asking.send({ kind: 'all-figures', question: message.question, text } satisfies ToMember);
    });
  };
}
