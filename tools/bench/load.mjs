// Load on one address each for some users, with autocannon.
import autocannon from 'autocannon';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);

/** @param requests one for each user: { path, method, headers, body } @returns req/s and latencies in ms */
export async function load(base, requests, expected) {
  let user = 0;
  const result = await autocannon({
    url: base,
    connections: requests.length,
    duration: seconds,
    setupClient(client) {
      client.setRequests([requests[user % requests.length]]);
      user += 1;
    },
  });
  const wrong = Object.entries(result.statusCodeStats ?? {}).filter(([status]) => Number(status) !== expected);
  if (wrong.length > 0 || result.errors > 0) throw new Error(`unexpected answers: ${JSON.stringify(wrong)}, ${result.errors} errors`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, mean: result.latency.average };
}
