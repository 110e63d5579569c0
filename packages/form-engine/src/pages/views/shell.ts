import type { Language } from '../../service-package/service-package.js';

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What stands around every page. Everything but `title`, `csrf`, `path`-dependent links stays the same for a municipality and language. */
export interface Shell {
  readonly language: Language;
  /** Title of the page; the layout adds the municipality's name and, where the view has errors, "Fehler: ". */
  readonly title: string;
  /** What the service of the page says in German although the page is in another language; absent: nothing. */
  readonly german?: ReadonlySet<string>;
  readonly municipality: Municipality;
  readonly assets: Assets;
  /** Token for the hidden field `_csrf` of every form. */
  readonly csrf: string;
  /** The way here, without the current page. Empty on the first page. */
  readonly breadcrumb: readonly Link[];
  /** The same page in the other languages; `current` is the shown one. Empty: no switch. */
  readonly languages: readonly LanguageLink[];
  /** Impressum, Datenschutz, Barrierefreiheit, … */
  readonly footer: readonly Link[];
  /** The page is personal or a form step: not for search engines. */
  readonly noindex: boolean;
  /** The page has a form that the script can make nicer. */
  readonly script: boolean;
  /** One line above the page, e.g. that this is a demonstration. */
  readonly notice: string | null;
  /** The signed-in person (clerk's desk); null for citizens. */
  readonly user: User | null;
}

export interface Municipality {
  readonly name: string;
  /** Second line of the header, e.g. "Online-Dienste". */
  readonly claim: string;
  /** Address of the coat of arms or logo; null shows a neutral shield. */
  readonly logo: string | null;
  /** Where the header leads: the list of services, or the inbox. */
  readonly homeHref: string;
  /** Of its own words – name, claim, office, hours –, where the page is in another language. */
  readonly lang: 'de' | null;
  readonly contact: {
    readonly office: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly hours: string | null;
  };
}

export interface Assets {
  readonly css: HashedAsset;
  /** What makes forms nicer and is never needed. */
  readonly script: HashedAsset;
  /** The municipality's own small CSS, if it has one. */
  readonly brandCss: string | null;
  /** SVG for tabs and bookmarks. */
  readonly icon: string | null;
  /** Fonts to load early. */
  readonly fonts: readonly string[];
}

export interface HashedAsset {
  /** Address with a hash in it: `/assets/portal.<hash>.css`. */
  readonly href: string;
  /** Subresource integrity: `sha256-…`. */
  readonly integrity: string;
}

export interface LanguageLink extends Link {
  readonly language: Language;
  readonly current: boolean;
}

export interface User {
  readonly name: string;
  /** Post here to sign out. */
  readonly logoutAction: string;
}
