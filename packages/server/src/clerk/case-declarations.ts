import { coSignIn, languages, uiText } from '@serviceportal/form-engine';
import type { CaseDeclarationView, CaseView, CoSignature, Declared, ServicePackage } from '@serviceportal/form-engine';
import { localTime } from '../citizen/local-time.js';

/** What the applicant declared and consented to. */
export function declarationViews(declared: readonly Declared[]): Pick<CaseView, 'declarations' | 'consents'> {
  const viewsOf = (wanted: Declared['kind']): CaseDeclarationView[] =>
    declared.flatMap((one) => (one.kind === wanted ? [declarationView(one)] : []));
  return { declarations: viewsOf('declaration'), consents: viewsOf('consent') };
}

function declarationView({ kind, given, text, withdrawal, language, at }: Declared): CaseDeclarationView {
  return {
    text: withdrawal === undefined ? text : `${text}\n${withdrawal}`,
    lang: language === 'de' ? null : language,
    outcome: uiText('de', `case.${kind}${given ? 'Given' : 'Open'}`),
    detail: uiText('de', 'case.declarationAt', { at: localTime(at), language: uiText('de', `language.${language}`) }),
  };
}

/** What a second person signed. None: the service asks for none. */
export function coSignatureViews(pkg: ServicePackage, signature: CoSignature | undefined): CaseDeclarationView[] {
  const who = coSignIn(pkg, 'de')?.who;
  if (who === undefined || signature?.outcome !== 'given') return [];
  const { declaration, name, at } = signature;
  const language = languages.find((one) => coSignIn(pkg, one)?.declaration === declaration) ?? 'de';
  return [
    {
      text: declaration,
      lang: language === 'de' ? null : language,
      outcome: name,
      detail: uiText('de', 'case.signedAs', { who, at: localTime(at) }),
    },
  ];
}
