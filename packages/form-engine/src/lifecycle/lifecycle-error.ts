export type LifecycleErrorCode = 'lifecycle-not-possible' | 'lifecycle-not-allowed';

/** An event that the present state does not know, or that this actor may not cause. Nothing has changed. */
export class LifecycleError extends Error {
  override readonly name = 'LifecycleError';
  readonly code: LifecycleErrorCode;
  readonly state: string;
  readonly event: string;

  constructor(code: LifecycleErrorCode, state: string, event: string, reason: string) {
    super(`„${event}“ im Zustand „${state}“: ${reason}`);
    this.code = code;
    this.state = state;
    this.event = event;
  }
}
