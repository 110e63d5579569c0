/** What an output says about the application besides its answers. */
export interface OutputMeta {
  /** The number that the citizen was given. */
  readonly reference: string;
  /** ISO instant. */
  readonly submittedAt: string;
  /** Name of the municipality. */
  readonly municipality: string;
  /** Keys of the declarations and consents that were given. */
  readonly declared: readonly string[];
}
