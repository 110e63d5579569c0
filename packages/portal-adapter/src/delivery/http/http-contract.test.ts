import { deliveryContract } from '../../contract/suite.js';
import { httpLimits } from './http-connector.js';
import { httpHarness } from './http-harness.test-support.js';

deliveryContract('http', () => httpHarness(), {
  skip: [{ reason: httpLimits.lossUnnoticed, tests: ['notices that a case is not there for which it has a receipt'] }],
});
