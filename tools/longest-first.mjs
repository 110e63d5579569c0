// In which order Jest takes the test files: those that run for minutes first, so that all processors are busy to the end. Without a cache of
// earlier runs, as on a fresh clone, Jest would go by the size of the files, and the longest are among the shortest.

/** Longest first. */
export const longest = [
  'packages/server/src/a11y/schemas-1.test.ts',
  'packages/server/src/a11y/schemas-2.test.ts',
  'packages/server/src/a11y/services.test.ts',
  'packages/server/src/try/corpus-2.test.ts',
  'packages/server/src/try/corpus-1.test.ts',
  'packages/server/src/work/crash.test.ts',
  'packages/server/src/browser/hundesteuer.test.ts',
  'packages/server/src/browser/prefill.test.ts',
  'packages/fim-import/src/convert/convert-corpus.test.ts',
  'packages/fim-import/src/robustness/mutants.test.ts',
  'packages/fim-import/src/compile/payload/corpus.test.ts',
  'packages/fim-import/src/services-payload.test.ts',
];

function rank(path) {
  const at = longest.findIndex((name) => path.endsWith(`/${name}`));
  // Those with a browser next; then whatever is large.
  return at >= 0 ? at : longest.length + (path.includes('/browser/') ? 0 : 1);
}

export default class LongestFirst {
  sort(tests) {
    const size = ({ context, path }) => context.hasteFS.getSize(path) ?? 0;
    return [...tests].sort((a, b) => rank(a.path) - rank(b.path) || size(b) - size(a));
  }

  shard(tests, { shardIndex, shardCount }) {
    return this.sort(tests).filter((_test, at) => at % shardCount === shardIndex - 1);
  }

  /** Nothing is remembered from one run to the next. */
  allFailedTests() {
    return [];
  }

  cacheResults() {}
}
