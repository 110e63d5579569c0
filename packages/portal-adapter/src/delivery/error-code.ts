/** The operating system's name for what went wrong, such as `ENOSPC`; empty if there is none. Its message may name files. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
