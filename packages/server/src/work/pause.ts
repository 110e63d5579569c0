/** A sleep that can be cut short. */
export interface Pause {
  readonly ended: boolean;
  /** Forgets that it was woken: from here on a call of `wake` ends the next sleep. */
  reset(): void;
  sleep(milliseconds: number): Promise<void>;
  wake(): void;
  /** Wakes for the last time; later sleeps return at once. */
  end(): void;
}

export function createPause(): Pause {
  let woken = false;
  let ended = false;
  let rouse: () => void = () => undefined;
  const wake = (): void => {
    woken = true;
    rouse();
  };
  return {
    get ended() {
      return ended;
    },
    reset() {
      woken = false;
    },
    async sleep(milliseconds) {
      if (woken || ended) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    wake,
    end() {
      ended = true;
      wake();
    },
  };
}
