import { getNextTransitions, transition as pureTransition, type AnyStateMachine } from 'xstate';

/** The state after an event, by XState's pure function; null if the state does not know the event. */
export function nextState(machine: AnyStateMachine, state: string, event: { readonly type: string }): string | null {
  const snapshot = machine.resolveState({ value: state, context: {} });
  if (!snapshot.can(event)) return null;
  const [next] = pureTransition(machine, snapshot, event);
  return String(next.value);
}

/** The events that a state knows. */
export function eventsOf(machine: AnyStateMachine, state: string): string[] {
  return getNextTransitions(machine.resolveState({ value: state, context: {} })).map(({ eventType }) => eventType);
}
