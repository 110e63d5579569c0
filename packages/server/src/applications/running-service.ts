import type { Form, Language, ServicePackage, TextCoverage, Wording } from '@serviceportal/form-engine';
import { compileForm, createWording, germanTexts, textCoverage } from '@serviceportal/form-engine';
import { withEntryLimits } from './entry-limits.js';
import { withUploadLimits } from './upload-limits.js';

/** A package with its compiled form; made once for each digest. */
export interface RunningService {
  readonly package: ServicePackage;
  readonly form: Form;
  wording(language: Language): Wording;
  /** What a page in this language has to show in German. */
  german(language: Language): ReadonlySet<string>;
  /** How much it says in each language but German. */
  coverage(): readonly TextCoverage[];
}

/** `uploadLimit`: bytes that a file may have where the schema allows more or names nothing. */
export function runService(servicePackage: ServicePackage, uploadLimit: number): RunningService {
  const wordings = new Map<Language, Wording>();
  const german = new Map<Language, ReadonlySet<string>>();
  let coverage: readonly TextCoverage[] | undefined;
  return {
    package: servicePackage,
    form: compileForm(withEntryLimits(withUploadLimits(servicePackage.form, uploadLimit))),
    german(language) {
      const known = german.get(language) ?? germanTexts(servicePackage, language);
      german.set(language, known);
      return known;
    },
    coverage: () => (coverage ??= textCoverage(servicePackage)),
    wording(language) {
      const known = wordings.get(language);
      if (known) return known;
      const wording = createWording(servicePackage.form, servicePackage.texts, language);
      wordings.set(language, wording);
      return wording;
    },
  };
}
