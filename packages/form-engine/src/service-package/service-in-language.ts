import type { FeeTable } from '../decision/fee.js';
import type { CoSign, Declaration, Language, PrivacyFacts, ServiceDescription, ServicePackage } from './service-package.js';

type Find = (key: string) => string | undefined;

function textsOf(pkg: ServicePackage, language: Language): Find {
  const [own, german] = [pkg.texts[language] ?? {}, pkg.texts.de ?? {}];
  return (key) => own[key] ?? german[key];
}

/** Every page asks for it; a package never changes. */
const described = new WeakMap<ServicePackage, Map<Language, ServiceDescription>>();

/** The description of a service in a language; German where a text is missing. */
export function serviceIn(pkg: ServicePackage, language: Language): ServiceDescription {
  const known = described.get(pkg) ?? new Map<Language, ServiceDescription>();
  described.set(pkg, known);
  const description = known.get(language) ?? describe(pkg, language);
  known.set(language, description);
  return description;
}

function describe(pkg: ServicePackage, language: Language): ServiceDescription {
  const { service } = pkg;
  const find = textsOf(pkg, language);
  const list = (name: 'audience' | 'description' | 'documents' | 'nextSteps' | 'procedure'): readonly string[] =>
    (service[name] ?? []).map((text, index) => find(`service.${name}.${index}`) ?? text);
  const deadline = find('service.deadline') ?? service.deadline;
  const duration = find('service.duration') ?? service.duration;
  const office = find('service.office') ?? service.office;
  return {
    ...service,
    title: find('service.title') ?? service.title,
    summary: find('service.summary') ?? service.summary,
    fee: find('service.fee') ?? service.fee,
    ...(service.description !== undefined && { description: list('description') }),
    ...(deadline !== undefined && { deadline }),
    ...(duration !== undefined && { duration }),
    ...(service.procedure !== undefined && { procedure: list('procedure') }),
    ...(office !== undefined && { office }),
    audience: list('audience'),
    documents: list('documents'),
    nextSteps: list('nextSteps'),
    ...(service.privacy !== undefined && { privacy: privacyIn(service.privacy, find) }),
  };
}

function privacyIn({ purposes, grounds, retention }: PrivacyFacts, find: Find): PrivacyFacts {
  return {
    ...(purposes !== undefined && { purposes: purposes.map((text, index) => find(`service.privacy.purposes.${index}`) ?? text) }),
    ...(grounds !== undefined && { grounds }),
    ...(retention !== undefined && { retention: find('service.privacy.retention') ?? retention }),
  };
}

/** `de` where a text of the service (key as in `ServicePackage.texts`) has to be shown in German on a page in another language. */
export function serviceLang(pkg: ServicePackage, language: Language): (key: string) => 'de' | null {
  const own = pkg.texts[language] ?? {};
  return (key) => (language === 'en' && !Object.hasOwn(own, key) ? 'de' : null);
}

/** Who signs as second person, and what; null: nobody has to. */
export function coSignIn(pkg: ServicePackage, language: Language): CoSign | null {
  const { coSign } = pkg.workflow;
  const find = textsOf(pkg, language);
  return coSign
    ? { ...coSign, who: find('coSign.who') ?? coSign.who, declaration: find('coSign.declaration') ?? coSign.declaration }
    : null;
}

/** The fee tables with the labels of a language; German where a text is missing. */
export function feesIn(pkg: ServicePackage, language: Language): FeeTable[] {
  const find = textsOf(pkg, language);
  return pkg.fees.map((table) => ({
    ...table,
    label: find(`fee.${table.key}`) ?? table.label,
    rows: table.rows.map((row, index) => ({ ...row, label: find(`fee.${table.key}.${index}`) ?? row.label })),
  }));
}

/** A declaration in the words that a person reads. */
export interface WordedDeclaration extends Declaration {
  /** Language of the words: German where the language asked for has none, or not all of them. */
  readonly language: Language;
}

/** What is declared when submitting. The words of one declaration are all in one language. */
export function declarationsIn(pkg: ServicePackage, language: Language): WordedDeclaration[] {
  return (pkg.workflow.declarations ?? []).map((declaration) => {
    const own = wordsOf(pkg, language, declaration);
    const words = own ?? wordsOf(pkg, 'de', declaration);
    return { ...declaration, ...words, language: own ? language : 'de' };
  });
}

function wordsOf({ texts }: ServicePackage, language: Language, declaration: Declaration): Pick<Declaration, 'text' | 'withdrawal'> | null {
  const find = (key: string, german: string): string | undefined => texts[language]?.[key] ?? (language === 'de' ? german : undefined);
  const text = find(`declaration.${declaration.key}`, declaration.text);
  if (text === undefined) return null;
  if (declaration.withdrawal === undefined) return { text };
  const withdrawal = find(`declaration.${declaration.key}.withdrawal`, declaration.withdrawal);
  return withdrawal === undefined ? null : { text, withdrawal };
}
