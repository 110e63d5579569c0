import { createMachine } from 'xstate';
import type { CoSignState } from './co-signature.js';

/** Where an application stands. `closed`, `withdrawn` and `expired` are final. */
export const applicationStates = [
  'draft',
  'submitted',
  'received',
  'in-review',
  'information-requested',
  'decided',
  'closed',
  'withdrawn',
  'expired',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export type Actor = 'citizen' | 'clerk' | 'system';

/** What may happen to an application, and who may cause it. */
export const applicationEvents = {
  /** The citizen sends the complete application. */
  submit: ['citizen'],
  /** The specialist system or the desk has it. */
  receive: ['system', 'clerk'],
  'start-review': ['clerk', 'system'],
  'request-information': ['clerk'],
  'provide-information': ['citizen', 'clerk'],
  decide: ['clerk', 'system'],
  close: ['clerk', 'system'],
  withdraw: ['citizen', 'clerk'],
  /** A draft was left alone for too long, or an answer never came. */
  expire: ['system'],
} as const satisfies Record<string, readonly Actor[]>;
export type ApplicationEventType = keyof typeof applicationEvents;

export interface ApplicationEvent {
  readonly type: ApplicationEventType;
  readonly actor: Actor;
  /** Of `submit`: how the second signature stands. Absent: the package demands none. */
  readonly coSign?: CoSignState;
}

/** An application that a second person has to sign is not submitted before. */
const signed = ({ event: { coSign = 'not-needed' } }: { event: ApplicationEvent }): boolean =>
  coSign === 'not-needed' || coSign === 'signed';

/** The life of an application as data; run without actors, by the pure functions in `transition.ts`. */
export const applicationMachine = createMachine({
  types: {} as { events: ApplicationEvent },
  id: 'application',
  initial: 'draft',
  states: {
    draft: { on: { submit: { target: 'submitted', guard: signed }, withdraw: 'withdrawn', expire: 'expired' } },
    submitted: { on: { receive: 'received', withdraw: 'withdrawn' } },
    received: { on: { 'start-review': 'in-review', withdraw: 'withdrawn' } },
    'in-review': { on: { 'request-information': 'information-requested', decide: 'decided', withdraw: 'withdrawn' } },
    'information-requested': {
      on: { 'provide-information': 'in-review', decide: 'decided', withdraw: 'withdrawn', expire: 'expired' },
    },
    decided: { on: { close: 'closed' } },
    closed: { type: 'final' },
    withdrawn: { type: 'final' },
    expired: { type: 'final' },
  },
});
