import { expect, it } from '@jest/globals';

/** Tests that are steps of one way: what fails ends it, and those after it fail with it. */
export function stepByStep(): (name: string, walk: () => Promise<void>) => void {
  let lost = false;
  return (name, walk) =>
    void it(
      name,
      async () => {
        expect({ lostBefore: lost }).toEqual({ lostBefore: false });
        lost = true;
        await walk();
        lost = false;
      },
      600_000,
    );
}
