import { declarationsIn } from '../../service-package/service-in-language.js';
import type { WordedDeclaration } from '../../service-package/service-in-language.js';
import type { Language, ServicePackage } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';
import type { CheckAnswersView, DeclarationView, ErrorSummaryView } from '../views.js';

/** What was ticked and what is missing: keys. */
export interface DeclarationsState {
  readonly given: readonly string[];
  readonly missing: readonly string[];
  /** Digest of what the page shows. */
  readonly stand: string;
}

/** The part of the check page that asks for declarations, unticked unless the person ticked them just now. */
export function declarationsView(
  pkg: ServicePackage,
  language: Language,
  { given, missing, stand }: DeclarationsState,
): Pick<CheckAnswersView, 'declarations' | 'confirms' | 'errors'> {
  const all = declarationsIn(pkg, language);
  if (all.length === 0) return { declarations: null, confirms: true, errors: null };
  const viewsOf = (wanted: WordedDeclaration['kind']): DeclarationView[] =>
    all.flatMap((one) => (one.kind === wanted ? [viewOf(one, language, given.includes(one.key), missing.includes(one.key))] : []));
  return {
    declarations: { declarations: viewsOf('declaration'), consents: viewsOf('consent'), stand, language },
    confirms: all.every(({ required }) => !required),
    errors: summaryOf(
      all.filter(({ key }) => missing.includes(key)),
      language,
    ),
  };
}

const idOf = (key: string): string => `erklaerung-${key}`;

function viewOf(
  { key, text, language: words, withdrawal, legalBasis, required }: WordedDeclaration,
  language: Language,
  checked: boolean,
  isMissing: boolean,
): DeclarationView {
  const id = idOf(key);
  const parts = [
    withdrawal === undefined ? [] : ['widerruf'],
    legalBasis.length > 0 ? ['grundlage'] : [],
    isMissing ? ['error'] : [],
  ].flat();
  return {
    id,
    value: key,
    text: { text, lang: words === language ? null : words },
    withdrawal: withdrawal ?? null,
    legalBasis: legalBasis.map((norm) => ({ text: norm.text, href: norm.link ?? null })),
    required,
    checked,
    error: isMissing ? uiText(language, 'declarations.missing') : null,
    describedBy: parts.map((part) => `${id}-${part}`).join(' '),
  };
}

function summaryOf(missing: readonly WordedDeclaration[], language: Language): ErrorSummaryView | null {
  if (missing.length === 0) return null;
  const quoted = (text: string): string => (text.length > 80 ? `${text.slice(0, text.lastIndexOf(' ', 80))} …` : text);
  const errors = missing.map(({ key, text }) => ({
    label: uiText(language, 'declarations.missingOf', { text: quoted(text) }),
    href: `#${idOf(key)}`,
  }));
  return { errors };
}
