import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@serviceportal/test-support';
import { packageFrom } from '../preview/preview-packages.js';
import { smallService } from '../small-service.test-support.js';
import { everybodyCanUse } from './inspected.test-support.js';
import type { Inspected } from './inspected.test-support.js';
import { sampleOfSchemas } from './published.test-support.js';
import { shownPages, shownPortal } from './shown-pages.test-support.js';

const folders = [...readdirSync(join(repository, 'services')).map((name) => `services/${name}`), 'examples/drei-seiten/package'];
const coSign = { who: 'Die zweite Person', declaration: 'Ich stelle den Antrag mit.', distinctIdentity: false };
const signedByTwo = { ...smallService, workflow: { ...smallService.workflow, coSign } };

// `npm run test:a11y` looks at everything in full, and at all published schemas in files of their own.
const all = process.env['A11Y'] === 'all';
const schemas = all ? [] : sampleOfSchemas();

everybodyCanUse('a portal, of our services and of published schemas', [
  { name: 'the portal', show: () => shownPortal(smallService) },
  { name: 'a service that two people sign', show: () => shownPages(signedByTwo), sparing: !all },
  ...folders.map((name): Inspected => ({ name, show: async () => shownPages(await packageFrom(join(repository, name))), sparing: !all })),
  ...schemas,
]);
