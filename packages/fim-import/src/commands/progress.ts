/** Shows how far long work has come: a bar on a terminal, else a line for every tenth. */
export interface Progress {
  step(done: number, of: number): void;
  /** Leaves the line of the bar. */
  end(): void;
}

/** Where progress goes: `process.stderr`, so that output stays clean. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;

/** @param label what is being done, without a colon */
export function createProgress(label: string, stream: ProgressStream = process.stderr): Progress {
  let shown = -1;
  if (stream.isTTY !== true) {
    return {
      step(done, of) {
        const tenth = Math.floor((done * 10) / Math.max(1, of));
        if (tenth === shown) return;
        shown = tenth;
        stream.write(`${label}: ${done}/${of}\n`);
      },
      end: () => undefined,
    };
  }
  return {
    step(done, of) {
      const filled = Math.round((done * width) / Math.max(1, of));
      stream.write(`\r\u001b[K${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${of}`);
      shown = done;
    },
    end() {
      if (shown >= 0) stream.write('\n');
    },
  };
}
