import {
  applicationEvents,
  applicationMachine,
  type Actor,
  type ApplicationEvent,
  type ApplicationEventType,
  type ApplicationState,
} from './application-machine.js';
import { LifecycleError } from './lifecycle-error.js';
import { eventsOf, nextState } from './next-state.js';

const may = (actor: Actor, event: ApplicationEventType): boolean => (applicationEvents[event] as readonly Actor[]).includes(actor);

/**
 * The state of an application after an event. Pure: the caller stores the state and the event together.
 * @throws LifecycleError `lifecycle-not-possible` or `lifecycle-not-allowed`
 */
export function transition(state: ApplicationState, event: ApplicationEvent): { readonly state: ApplicationState } {
  const next = nextState(applicationMachine, state, event);
  if (next === null && event.coSign !== undefined && eventsOf(applicationMachine, state).includes(event.type)) {
    const reason = `nicht möglich, solange die zweite Unterschrift fehlt (${event.coSign}).`;
    throw new LifecycleError('lifecycle-not-possible', state, event.type, reason);
  }
  if (next === null) {
    const known = eventsOf(applicationMachine, state).join(', ') || 'nichts mehr, der Vorgang ist abgeschlossen';
    throw new LifecycleError('lifecycle-not-possible', state, event.type, `nicht möglich. Möglich ist: ${known}.`);
  }
  if (!may(event.actor, event.type)) {
    const allowed = applicationEvents[event.type].join(', ');
    throw new LifecycleError('lifecycle-not-allowed', state, event.type, `nicht erlaubt für ${event.actor}. Erlaubt für: ${allowed}.`);
  }
  return { state: next as ApplicationState };
}

/** What this actor may do now. Empty in a final state. */
export function allowedEvents(state: ApplicationState, actor: Actor): ApplicationEventType[] {
  return (eventsOf(applicationMachine, state) as ApplicationEventType[]).filter((event) => may(actor, event));
}

/** Nothing can happen to the application any more. */
export const isFinal = (state: ApplicationState): boolean => eventsOf(applicationMachine, state).length === 0;
