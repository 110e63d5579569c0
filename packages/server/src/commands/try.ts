import { tryPortal } from '../try/try-portal.js';

/** `serviceportal try FILE…`: one line for each; exit code 1 if one of them has a problem. */
export async function tryAll(files: readonly string[], options: { readonly json: boolean; readonly seed: number }): Promise<void> {
  for (const file of files) {
    const result = await tryPortal(file, { seed: options.seed });
    if (options.json) console.log(JSON.stringify({ ...result, seed: options.seed }));
    else
      console.log(
        `${result.problem === undefined ? 'ok  ' : 'FAIL'} ${result.schema}: ${result.problem ?? `${result.pages} pages, ${result.seconds} s`}`,
      );
    if (result.problem === undefined) continue;
    if (options.json) console.error(`${file}: ${result.problem}`);
    process.exitCode = 1;
  }
}
