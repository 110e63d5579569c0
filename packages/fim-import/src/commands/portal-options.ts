import { Option } from 'commander';
import { say } from '../language.js';
import { defaultCacheFolder } from '../fim-portal/portal-cache.js';

/** Options of the commands that ask the FIM portal. */

export const portalOption = (): Option =>
  new Option('--portal <url>', say({ de: 'Adresse des FIM-Portals', en: 'address of the FIM portal' }))
    .env('FIM_PORTAL')
    .default('https://fimportal.de');

export const cacheOption = (): Option =>
  new Option(
    say({ de: '--cache <ordner>', en: '--cache <folder>' }),
    say({ de: 'Ordner für das, was schon geholt ist', en: 'folder for what was fetched before' }),
  ).default(defaultCacheFolder(process.env), '~/.cache/fim');
