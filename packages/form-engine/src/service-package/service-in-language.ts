import type { FeeTable } from '../decision/fee.js';
import type { CoSign, Language, ServiceDescription, ServicePackage } from './service-package.js';

type Find = (key: string) => string | undefined;

function textsOf(pkg: ServicePackage, language: Language): Find {
  const [own, german] = [pkg.texts[language] ?? {}, pkg.texts.de ?? {}];
  return (key) => own[key] ?? german[key];
}

/** The description of a service in a language; German where a text is missing. */
export function serviceIn(pkg: ServicePackage, language: Language): ServiceDescription {
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
  };
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
