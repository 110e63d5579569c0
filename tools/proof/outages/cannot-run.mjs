/** This machine lacks what the outage needs. It is said in the table, not passed over. */
export class CannotRun extends Error {
  name = 'CannotRun';
}
