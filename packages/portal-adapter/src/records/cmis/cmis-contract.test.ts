import { deliveryContract } from '../../contract/suite.js';
import { cmisHarness } from './cmis-harness.test-support.js';

deliveryContract('cmis', () => cmisHarness());
