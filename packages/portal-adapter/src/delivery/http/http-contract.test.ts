import { deliveryContract } from '../../contract/suite.js';
import { httpHarness } from './http-harness.test-support.js';

deliveryContract('http with a counterpart that offers everything', () => httpHarness());
