/** Text without a bound of its own, in characters. */
export const longestText = 10_000;
