/** The portal did something that stops a person. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}
