/** How the process that encodes pictures says what it found. Anything else is a mistake of ours. */
export const exitCodes = { encoded: 0, broken: 3, 'too-many-pixels': 4, 'too-large': 5 } as const;

export type ExitOutcome = keyof typeof exitCodes;
