import { createMachine } from 'xstate';

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
}

/** The life of an application as data; run without actors, by the pure functions in `transition.ts`. */
export const applicationMachine = createMachine({
  types: {} as { events: ApplicationEvent },
  id: 'application',
  initial: 'draft',
  states: {
    draft: { on: { submit: 'submitted', withdraw: 'withdrawn', expire: 'expired' } },
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
