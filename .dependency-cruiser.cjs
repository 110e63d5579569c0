// Imports run one way: server → portal-adapter → form-engine ← fim-import. See docs/architecture.md.
const onlyFrom = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    onlyFrom('engine-stands-alone', '^packages/form-engine/', '^packages/(?!form-engine/)', 'The engine knows no other package.'),
    onlyFrom(
      'fim-import-knows-the-engine',
      '^packages/fim-import/',
      '^packages/(portal-adapter|server)/',
      'The importer knows the engine only.',
    ),
    onlyFrom('adapter-knows-the-engine', '^packages/portal-adapter/', '^packages/(fim-import|server)/', 'Connectors know the engine only.'),
    {
      name: 'server-compiles-only-in-preview',
      severity: 'error',
      comment: 'The server runs archives. Only the command line room compiles FIM schemas.',
      from: { path: '^packages/server/src/', pathNot: '^packages/server/src/(preview|try)/|\\.test\\.ts$' },
      to: { path: '^packages/fim-import/' },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      comment: 'No I/O, no clock, no randomness in the engine.',
      from: { path: '^packages/form-engine/src/', pathNot: '\\.test(-support)?\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.test(-support)?\\.ts$' },
      to: { path: '\\.test(-support)?\\.ts$|^tools/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
