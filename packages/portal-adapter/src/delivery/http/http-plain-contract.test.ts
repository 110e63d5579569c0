import { deliveryContract } from '../../contract/suite.js';
import { httpLimits } from './http-connector.js';
import { httpHarness } from './http-harness.test-support.js';

deliveryContract('http with a counterpart that only takes cases', () => httpHarness(60, {}), {
  skip: [{ reason: httpLimits.lossUnnoticed, tests: ['notices that a case is not there for which it has a receipt'] }],
});
