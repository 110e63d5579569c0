import { deliveryContract } from '../../contract/suite.js';
import { fitConnectLimits } from './fit-connect-connector.js';
import { fitConnectHarness } from './fit-connect-harness.test-support.js';

// What these cases ask for by key, `fit-connect-hand-over.test.ts` asks for by the noted number.
deliveryContract('fit-connect', () => fitConnectHarness(), {
  skip: [
    {
      reason: fitConnectLimits.noKeys,
      tests: [
        'answers the same key twice with one case and one receipt',
        'makes one case of the same key delivered twice at the same time',
        'finds a case by its key',
        'finds nothing for a key that was never delivered',
        'calls it unclear when no answer comes, and finds the case afterwards',
        'calls it unclear when the connection is cut instead of an answer',
        'calls it unclear when the counterpart reports a failure of its own',
        'calls it unclear when the answer is not a receipt',
        'calls it unclear when the answer breaks off',
      ],
    },
  ],
});
