/** Do two labels say the same? White space, case, and periods at the end do not count. */
export const alike = (a: string, b: string): boolean => plain(a) === plain(b);

/** A label without what does not count. */
export function plain(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Is one text the other after one slip of the pen: a character more, less, another, or two exchanged? */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
