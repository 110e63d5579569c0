/** A number with its word: `1 Regel`, `2 Regeln`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
