import { availableParallelism } from 'node:os';

// One more than there are processors: browsers, databases and time-outs let many tests wait.
const workers = availableParallelism() + 1;

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/packages/*/src/**/*.test.ts', '<rootDir>/services/**/*.test.ts', '<rootDir>/tools/**/*.test.ts'],
  // All published schemas take an hour: `npm run test:a11y`. Otherwise a sample of them is among the services.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.A11Y === 'all' ? [] : ['/a11y/schemas-\\d'])],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' }, sourceMaps: 'inline' }],
  },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@serviceportal/test-support$': '<rootDir>/tools/test-support.ts',
    '^@serviceportal/portal-adapter/contract-suite$': '<rootDir>/packages/portal-adapter/src/contract/suite.ts',
    '^@serviceportal/([a-z-]+)$': '<rootDir>/packages/$1/src/index.ts',
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  testSequencer: '<rootDir>/tools/longest-first.mjs',
  testTimeout: 60_000,
  // Modules of finished tests stay in a worker's memory: a worker that holds too much is replaced.
  maxWorkers: workers,
  workerIdleMemoryLimit: '1200MB',
};
