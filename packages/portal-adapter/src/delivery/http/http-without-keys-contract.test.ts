import { idempotencyCases, lookupCases } from '../../contract/cases/recognition.js';
import { deliveryContract } from '../../contract/suite.js';
import { httpLimits } from './http-connector.js';
import { httpHarness } from './http-harness.test-support.js';

deliveryContract('http with a counterpart that knows no keys', () => httpHarness(60, { knowsKeys: false }), {
  skip: [
    { reason: httpLimits.neverAsked, tests: [...lookupCases, ...idempotencyCases].map(({ name }) => name) },
    { reason: httpLimits.lossUnnoticed, tests: ['notices that a case is not there for which it has a receipt'] },
  ],
});
