import { deliveryContract } from '../../contract/suite.js';
import { xdomeaLimits } from './xdomea-connector.js';
import { xdomeaHarness } from './xdomea-harness.test-support.js';

deliveryContract('xdomea', () => xdomeaHarness(), {
  skip: [
    {
      reason: xdomeaLimits.passive,
      tests: [
        'reports a refusal with its reason',
        'ends when its time is over',
        'leaves one case after the connection was cut while sending',
        'calls it unclear when no answer comes, and finds the case afterwards',
        'calls it unclear when the connection is cut instead of an answer',
        'calls it unclear when the counterpart reports a failure of its own',
        'calls it unclear when the answer is not a receipt',
        'calls it unclear when the answer breaks off',
        'takes an answer that comes twice for one, and for no other case',
        'notices that a case is not there for which it has a receipt',
      ],
    },
  ],
});
