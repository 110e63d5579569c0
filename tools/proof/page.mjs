// The results as a page: docs/proof.md.
import { cpus, release, totalmem, type } from 'node:os';

const fixed = (value, digits = 0) => value.toFixed(digits);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const targetsOf = (byTarget) =>
  Object.entries(byTarget)
    .map(([target, { acknowledged, unclear, other }]) => {
      const rest = [unclear > 0 && `${unclear} unclear`, other > 0 && `${other} for a person`].filter(Boolean).join(', ');
      return `${target} ${acknowledged}${rest ? ` (+ ${rest})` : ''}`;
    })
    .join('; ');

function matrix({ results, seconds }) {
  const kills = results.reduce((sum, result) => sum + result.kills, 0);
  const rows = results.map((result) => [
    result.kind,
    result.places,
    result.kills,
    result.applications,
    result.lost,
    result.doubled,
    result.wrong + result.untrue,
    targetsOf(result.byTarget),
  ]);
  return `## 1. Killed at every step

A portal hands over to every kind of counterpart at once. It is killed (SIGKILL) before and after each entry in the journal of each step to each
of them, again while it asks the counterpart what became of the step, and at random moments. The next process goes on. ${kills} kills, ${seconds} s.

${table(['database', 'places', 'kills', 'applications', 'lost', 'doubled', 'wrong', 'acknowledged by target'], rows)}

\`http-ohne-schluessel\` is a counterpart that knows no keys and cannot be asked: where a step may have taken effect, the hand-over stops as
*unclear* and waits for a person. It is never sent a second time.
`;
}

function stormed({ result }) {
  return `## 2. A storm

Two processes on one PostgreSQL, killed and started again at random, and counterparts that fail at random, while citizens submit.

${table(
  [
    'reference numbers shown',
    'applications stored',
    'kills',
    'failures of counterparts',
    'lost',
    'doubled',
    'wrong',
    'still moving',
    'submitting s',
    'settled after s',
  ],
  [
    [
      result.told,
      result.applications,
      result.kills,
      result.failures,
      result.lost,
      result.doubled,
      result.wrong + result.untrue,
      result.moving,
      fixed(result.seconds),
      fixed(result.settledAfter),
    ],
  ],
)}

Acknowledged by target: ${targetsOf(result.byTarget)}. More applications are stored than numbers were shown where the process was killed after it
had stored one and before it had answered; they are handed over like the others.
`;
}

function outagesOf({ rows }) {
  return `## 3. Outages

${table(
  ['what', 'database', 'applications', 'shown', 'lost', 'doubled', 'wrong', 'note'],
  rows.map((row) =>
    row.skipped
      ? [row.what, row.database ?? '', '', '', '', '', '', row.note]
      : [row.what, row.database, row.applications, row.told, row.lost, row.doubled, row.wrong + row.untrue, row.note ?? ''],
  ),
)}
`;
}

function speed({ bursts, grown }) {
  const growth = [...new Set(grown.map(({ kind }) => kind))].map((kind) => {
    const [few, many] = grown.filter((row) => row.kind === kind);
    const pair = (name) => [fixed(few[name], 1), fixed(many[name], 1), fixed(many[name] / few[name], 2)];
    return [kind, ...pair('submit'), ...pair('inbox')];
  });
  return `## 4. Throughput

Filled-in applications, submitted 16 at once to portals on the same machine as database, counterparts (\`http\` and \`directory\`) and citizens.

${table(
  ['database', 'processes', 'answered to the citizen /s', 'acknowledged by both targets /s'],
  bursts.map(({ kind, processes, answered, acknowledged }) => [kind, processes, fixed(answered, 1), fixed(acknowledged, 1)]),
)}

What one submit and the first page of the clerk's inbox cost, with ${grown[0].count.toLocaleString('en')} and ${grown[1].count.toLocaleString('en')} stored applications: two portals side by side, tried in
turn (medians, ms):

${table(['database', 'submit, few', 'submit, many', '×', 'inbox, few', 'inbox, many', '×'], growth)}
`;
}

const parts = { matrix, storm: stormed, outages: outagesOf, throughput: speed };

const missing = (name) => `## ${name}\n\nNot run here: \`npm run proof ${name}\`.\n`;

/** @param outcome what each proof returned; what is missing was not run */
export function page(outcome) {
  const [{ model }] = cpus();
  const machine = `${cpus().length} × ${model.trim()}, ${fixed(totalmem() / 2 ** 30)} GiB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}`;
  const texts = Object.entries(parts).map(([name, write]) => (outcome[name] ? write(outcome[name]) : missing(name)));
  return `# Proof of hand-over

Written by \`npm run proof\` on ${Object.values(outcome)[0].on}: ${machine}.

*Lost*: accepted, and neither at the counterpart nor shown to a person. *Doubled*: twice at the counterpart, by the counterpart's own count. *Wrong*: the
portal or a citizen's page says something that the counterpart or the database does not bear out. What promises are behind this:
[architecture](architecture.md), decisions [0077](adr/0077-steps-are-journalled-and-say-what-unclear-means.md) and [0075](adr/0075-two-databases-one-code.md).

${texts.join('\n')}`;
}
