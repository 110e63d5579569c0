import type { Form, Language, ServicePackage, Wording } from '@serviceportal/form-engine';
import { compileForm, createWording } from '@serviceportal/form-engine';
import { withEntryLimits } from './entry-limits.js';
import { withUploadLimits } from './upload-limits.js';

/** A package with its compiled form; made once for each digest. */
export interface RunningService {
  readonly package: ServicePackage;
  readonly form: Form;
  wording(language: Language): Wording;
}

/** `uploadLimit`: bytes that a file may have where the schema allows more or names nothing. */
export function runService(servicePackage: ServicePackage, uploadLimit: number): RunningService {
  const wordings = new Map<Language, Wording>();
  return {
    package: servicePackage,
    form: compileForm(withEntryLimits(withUploadLimits(servicePackage.form, uploadLimit))),
    wording(language) {
      const known = wordings.get(language);
      if (known) return known;
      const wording = createWording(servicePackage.form, servicePackage.texts, language);
      wordings.set(language, wording);
      return wording;
    },
  };
}
