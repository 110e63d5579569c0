// Load on one address each for some users, with autocannon.
import autocannon from 'autocannon';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);

/** What a server answers before it is measured: then its code is compiled. */
const warmUpSeconds = 1;

/** @param requests one for each user: { path, method, headers, body } @returns req/s and latencies in ms */
export async function load(base, requests, expected) {
  await during(base, requests, expected, warmUpSeconds);
  return during(base, requests, expected, seconds);
}

async function during(base, requests, expected, duration) {
  let user = 0;
  const running = autocannon({
    url: base,
    connections: requests.length,
    duration,
    setupClient(client) {
      client.setRequests([requests[user % requests.length]]);
      user += 1;
    },
  });
  // Its own histogram knows whole milliseconds only.
  const took = [];
  running.on('response', (_client, _status, _bytes, milliseconds) => took.push(milliseconds));
  const result = await running;
  const wrong = Object.entries(result.statusCodeStats ?? {}).filter(([status]) => Number(status) !== expected);
  if (wrong.length > 0 || result.errors > 0) throw new Error(`unexpected answers: ${JSON.stringify(wrong)}, ${result.errors} errors`);
  const sorted = Float64Array.from(took).sort();
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return {
    perSecond: result.requests.average,
    p50: at(0.5),
    p99: at(0.99),
    mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
  };
}
