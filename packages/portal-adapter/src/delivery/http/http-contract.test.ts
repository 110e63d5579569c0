import { deliveryContract } from '../../contract/suite.js';
import { httpHarness } from './http-harness.test-support.js';

deliveryContract('http', () => httpHarness());
