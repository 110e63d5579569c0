import type { FormDefinition } from '../../form/form-definition.js';
import type { PackageProblem } from '../package-error.js';
import type { OpenItem } from '../service-package.js';

/** What a step of the overlay leaves behind: the changed form, what no longer fits, and what must not be. */
export interface OverlayResult {
  readonly form: FormDefinition;
  readonly openItems: readonly OpenItem[];
  readonly problems: readonly PackageProblem[];
}

export const overlayFile = 'form.yaml';

/** An entry that fits nothing: the service still runs, the author sees it. */
export const misfit = (path: string, message: string, file = overlayFile): OpenItem => ({ kind: 'overlay', message, path, file });

/** An entry with which the service must not run. */
export const refused = (path: string, message: string, english: string): PackageProblem => ({
  code: 'package-overlay',
  file: overlayFile,
  path,
  message,
  english,
});
