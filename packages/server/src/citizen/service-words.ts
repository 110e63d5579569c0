import { serviceIn, type Language, type ServicePackage } from '@serviceportal/form-engine';

/** Title and summary of a service in a language; German where there is no translation. */
export function serviceWords(pkg: ServicePackage, language: Language): { title: string; summary: string; lang: string | null } {
  const { title, summary } = serviceIn(pkg, language);
  return { title, summary, lang: language === 'en' && pkg.texts.en?.['service.title'] === undefined ? 'de' : null };
}
