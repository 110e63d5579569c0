// KERN's stylesheet without what our templates cannot use, our own CSS, and the fonts →
// `packages/form-engine/assets-generated/`, under names that hold a hash of their content.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { PurgeCSS } from 'purgecss';
import { fontFace, partsOfFont } from './web-fonts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const engine = join(root, 'packages', 'form-engine');
const kern = join(dirname(createRequire(join(engine, 'package.json')).resolve('@kern-ux/native/package.json')), 'dist');
const styles = join(engine, 'src', 'pages', 'styles');
const out = join(engine, 'assets-generated');
const fonts = { 'FiraSans-Regular.woff2': 400, 'FiraSans-SemiBold.woff2': 600 };
// In this order: what comes later wins.
const ownStyles = ['brand.css', 'layout.css', 'form.css', 'portal.css', 'clerk.css', 'contrast.css'];

// Class names that templates put together: `kern-badge--{{tone}}`.
const composed = [/^kern-(badge|icon)--(info|success|warning|danger)$/, /^portal-/];

const fullCss = readFileSync(join(kern, 'kern.min.css'), 'utf8');
const [{ css: kernCss }] = await new PurgeCSS().purge({
  content: ['form-engine', 'portal-adapter', 'server'].map((name) => `${root}packages/${name}/src/**/*.hbs`),
  css: [{ raw: fullCss }],
  // `:is` alone: what is in its brackets is looked at. Without it PurgeCSS drops every rule that begins with it.
  safelist: { standard: [...composed, ':is'] },
  variables: false,
  fontFace: true,
});

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = {};

function write(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  manifest[name] = name.replace(/(\.\w+)$/, `.${hash}$1`);
  writeFileSync(join(out, manifest[name]), bytes);
}

const faces = [];
for (const [name, weight] of Object.entries(fonts)) {
  const parts = await partsOfFont(readFileSync(join(kern, 'fonts', 'fira-sans', name)));
  const further = name.replace('.woff2', '-further.woff2');
  write(name, parts.basic.bytes);
  write(further, parts.further.bytes);
  faces.push(fontFace(weight, further, parts.further.unicodeRange), fontFace(weight, name, parts.basic.unicodeRange));
}
const ownCss = [...faces, ...ownStyles.map((name) => readFileSync(join(styles, name), 'utf8'))].join('\n');
const unknown = readdirSync(styles).filter((name) => !ownStyles.includes(name));
if (unknown.length > 0) throw new Error(`${styles}: not part of the stylesheet: ${unknown.join(', ')}`);
const css = `${withoutUnusedVariables(kernCss, ownCss)}\n${smaller(ownCss)}`.replace(
  /url\('([^')]+\.woff2)'\)/g,
  (_, font) => `url('${manifest[font]}')`,
);
const lost = unsetVariables(css).filter((name) => fullCss.includes(`${name}:`));
if (lost.length > 0) throw new Error(`The stylesheet reads variables whose rule was left out: ${lost.join(', ')}`);
write('portal.css', Buffer.from(css));
const file = join(out, manifest['portal.css']);
writeFileSync(`${file}.gz`, gzipSync(css, { level: 9 }));
writeFileSync(`${file}.br`, brotliCompressSync(css));
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

/** Leaves out KERN's variables that nothing reads. A municipality's CSS sets variables, it does not read unread ones. */
function withoutUnusedVariables(sheet, others) {
  for (let before = ''; before !== sheet;) {
    before = sheet;
    const read = new Set(`${sheet} ${others}`.match(/var\(\s*--[\w-]+/g)?.map((use) => use.replace(/var\(\s*/, '')));
    sheet = sheet.replace(/(--[\w-]+):(?:[^;{}()]|\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\))*(;|(?=\}))/g, (whole, name) =>
      read.has(name) ? whole : '',
    );
  }
  return sheet;
}

/** Variables that a sheet reads but nowhere sets: they would silently fall back, e.g. to the colours of the light theme. */
function unsetVariables(sheet) {
  const set = new Set(Array.from(sheet.matchAll(/(--[\w-]+)\s*:/g), ([, name]) => name));
  const read = new Set(Array.from(sheet.matchAll(/var\(\s*(--[\w-]+)/g), ([, name]) => name));
  return [...read].filter((name) => !set.has(name));
}

/** Our own CSS without comments and indentation. */
function smaller(sheet) {
  return sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1');
}
