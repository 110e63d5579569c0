// npm run bench [import|pages|large|drafts]
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { root } from '../workspace.mjs';
import { benchDrafts } from './drafts.mjs';
import { benchLarge } from './large.mjs';
import { load } from './load.mjs';
import { recordPosts } from './recorded-posts.mjs';
import { startBare, startPortal } from './servers.mjs';
import { table } from './table.mjs';
import { pageWeight } from './weight.mjs';
import { benchWholeImport } from './whole-import.mjs';

const shared = resolve(process.env.SHARED_DIR ?? join(root, '..', 'shared'), 'fim');
const corpus = existsSync(join(shared, 'xdf3'))
  ? readdirSync(join(shared, 'xdf3')).map((name) => join(shared, 'xdf3', name))
  : [
      join(
        root,
        'services/hundesteuer/fim',
        readdirSync(join(root, 'services/hundesteuer/fim')).find((name) => name.endsWith('.xml')),
      ),
    ];
const bySize = corpus.map((file) => ({ file, size: statSync(file).size })).sort((a, b) => a.size - b.size);
/** With those of version 2; the largest do not come first, so that none pays for starting up. */
const older = existsSync(join(shared, 'xdf2'))
  ? readdirSync(join(shared, 'xdf2'), { recursive: true })
      .filter((name) => /(^|\/)S\d[^/]*\.xml$/.test(name))
      .map((name) => join(shared, 'xdf2', name))
  : [];
const everySchema = [...older, ...corpus];
const repeats = 3;
const asked = process.argv[2];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const fixed = (value, digits = 1) => value.toFixed(digits);
const kilobytes = (value) => `${fixed(value / 1000)} kB`;

function once(what, file) {
  return JSON.parse(execFileSync(process.execPath, [join(root, 'tools/bench/import-once.mjs'), what, file], { encoding: 'utf8' }));
}

function measured(file, runs) {
  const results = { parser: [], read: [], compile: [] };
  for (let run = 0; run < runs; run += 1) for (const what of Object.keys(results)) results[what].push(once(what, file));
  const figure = (what, name) => median(results[what].map((result) => result[name]));
  return { figure };
}

/** Read: XML to Stammdatenschema. Compile: read, and on to a service package. Beside the bare XML parser, each in a fresh process. */
function benchImport() {
  const chosen = [0, 0.25, 0.5, 0.75, 0.9, 1].map((share) => bySize[Math.round(share * (bySize.length - 1))]);
  const rows = [...new Set(chosen)].map(({ file, size }) => {
    const { figure } = measured(file, repeats);
    const ratio = (what, name) => fixed(figure(what, name) / figure('parser', name), 2);
    return [
      basename(file),
      fixed(size / 1e6, 2),
      ...['parser', 'read', 'compile'].map((what) => fixed(figure(what, 'cold'))),
      ...['read', 'compile'].map((what) => ratio(what, 'cold')),
      ...['read', 'compile'].map((what) => ratio(what, 'warm')),
      ...['parser', 'compile'].map((what) => fixed(figure(what, 'peak'))),
    ];
  });
  table(
    `Import: first read in a fresh process, medians of ${repeats}; ratios to the bare XML parser over the same bytes`,
    [
      'schema',
      'MB',
      'parser ms',
      'read ms',
      'compile ms',
      'read ×',
      'compile ×',
      'warm read ×',
      'warm compile ×',
      'parser peak MB',
      'our peak MB',
    ],
    rows,
  );
  benchWholeImport(everySchema, existsSync(join(shared, 'codelists')) ? join(shared, 'codelists') : '');
}

const users = 16;
const form = 'application/x-www-form-urlencoded';

async function benchPages() {
  const bare = await startBare();
  const bareGet = await load(bare.base, Array(users).fill({ path: '/', method: 'GET' }), 200);
  const barePost = await load(
    bare.base,
    Array(users).fill({ path: '/', method: 'POST', headers: { 'content-type': form }, body: 'f0=a&f1=b&f2=c&f3=d' }),
    303,
  );
  await bare.stop();
  const rows = [
    [
      'bare Express + Handlebars',
      '',
      fixed(bareGet.perSecond, 0),
      fixed(bareGet.p50),
      fixed(bareGet.p99),
      '1.00',
      fixed(barePost.perSecond, 0),
      fixed(barePost.p50),
      fixed(barePost.p99),
      '1.00',
    ],
  ];
  const weights = [];
  const fields = (file) => once('fields', file).fields;
  const byFields = bySize.map(({ file }) => ({ file, fields: fields(file) })).sort((a, b) => a.fields - b.fields);
  for (const { file, fields: count } of [byFields[0], byFields.at(-1)]) {
    const portal = await startPortal(file);
    const { posts } = await recordPosts(portal.base, file, users);
    const gets = posts.map(({ path, cookie }) => ({ path, method: 'GET', headers: { cookie } }));
    const get = await load(portal.base, gets, 200);
    const post = await load(
      portal.base,
      posts.map(({ path, cookie, body }) => ({
        path,
        method: 'POST',
        body,
        headers: { cookie, 'content-type': form, origin: portal.base },
      })),
      303,
    );
    const [first] = posts;
    weights.push([basename(file), await pageWeight(portal.base, first.path, first.cookie)]);
    await portal.stop();
    rows.push([
      basename(file),
      count,
      fixed(get.perSecond, 0),
      fixed(get.p50),
      fixed(get.p99),
      fixed(get.perSecond / bareGet.perSecond, 2),
      fixed(post.perSecond, 0),
      fixed(post.p50),
      fixed(post.p99),
      fixed(post.perSecond / barePost.perSecond, 2),
    ]);
  }
  table(
    `Pages: the page with most answers, ${users} users at once without pause, one server process; × is throughput beside the baseline`,
    ['schema', 'fields', 'GET/s', 'p50 ms', 'p99 ms', 'GET ×', 'POST/s', 'p50 ms', 'p99 ms', 'POST ×'],
    rows,
  );
  table(
    'Page weight: that page, its style sheets, the fonts it loads at once',
    ['schema', 'HTML', 'gzip', 'CSS', 'gzip', 'fonts', 'all, gzip'],
    weights.map(([name, { html, css, fonts }]) => [
      name,
      ...[html.raw, html.gzip, css.raw, css.gzip, fonts.raw, html.gzip + css.gzip + fonts.raw].map(kilobytes),
    ]),
  );
}

if (asked === undefined || asked === 'import') benchImport();
if (asked === undefined || asked === 'pages') await benchPages();
if (asked === undefined || asked === 'large') await benchLarge();
if (asked === undefined || asked === 'drafts') await benchDrafts();
