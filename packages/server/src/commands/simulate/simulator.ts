/** Where and how a simulator runs. */
export interface SimulatorOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Where it keeps what it receives; it exists. */
  readonly folder: string;
  /** Where it tells that something changed, if it can. */
  readonly webhook: string | undefined;
  /** How long it takes to answer where its behaviour is to hang. */
  readonly hangSeconds: number;
  /** Secrets stay the same where the environment has them; otherwise they are made anew at every start. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface RunningSimulator {
  /** For people; null: it has none. */
  readonly page: string | null;
  /** What belongs into a municipality's configuration, in YAML. */
  readonly configuration: string;
  /** What the portal needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  behave(behaviour: string): void;
  close(): Promise<void>;
}

/** A counterpart that can be started alone. */
export interface Simulator {
  /** One sentence: what it stands for. */
  readonly what: string;
  /** The first is the good one. */
  readonly behaviours: readonly string[];
  start(options: SimulatorOptions): Promise<RunningSimulator>;
}

/** A simulator whose behaviours have a type of their own; from the command line they are text that was checked. */
export function simulator<Behaviour extends string>(
  what: string,
  behaviours: readonly Behaviour[],
  start: (options: SimulatorOptions) => Promise<Omit<RunningSimulator, 'behave'> & { behave(behaviour: Behaviour): void }>,
): Simulator {
  return {
    what,
    behaviours,
    async start(options) {
      const running = await start(options);
      return { ...running, behave: (wanted) => behaviours.filter((known) => known === wanted).forEach((known) => running.behave(known)) };
    },
  };
}
