import { sampleDelivery } from '../../contract/sample-delivery.js';
import { deliveryContract } from '../../contract/suite.js';
import { fitConnectLimits } from './fit-connect-connector.js';
import { fitConnectHarness } from './fit-connect-harness.test-support.js';

/** With a token and the destination known: the suite gives some hand-overs little time. */
async function warmHarness() {
  const harness = await fitConnectHarness();
  const context = { signal: AbortSignal.timeout(30_000), progress: {}, keep: () => Promise.resolve() };
  await harness.connector.steps[0]?.run(sampleDelivery(), context);
  return harness;
}

deliveryContract('fit-connect', warmHarness, {
  skip: [
    {
      reason: fitConnectLimits.noKeys,
      tests: [
        'answers the same key twice with one case and one receipt',
        'makes one case of the same key delivered twice at the same time',
      ],
    },
    {
      reason: fitConnectLimits.eventLog,
      tests: ['calls it unclear when the answer is not a receipt', 'calls it unclear when the answer breaks off'],
    },
  ],
});
