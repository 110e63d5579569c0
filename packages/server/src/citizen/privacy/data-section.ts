import { dataCategories, declarationsIn, personFields } from '@serviceportal/form-engine';
import type { CoSign, Language, NoticeList, NoticeSection } from '@serviceportal/form-engine';
import type { RunningService } from '../../applications/running-service.js';
import type { Portal } from '../../portal.js';
import { portalText } from '../../texts/portal-text.js';
import { offersAccount } from '../prefill/account-offer.js';
import { questionText } from '../prefill/question-label.js';
import { german, item, named, plain } from './notice-parts.js';

/** Everything that the form may ask, page by page, with the norms on which the questions rest; and what is asked for besides. */
export function dataSection(portal: Portal, service: RunningService, language: Language): NoticeSection {
  const lists = dataCategories(service.form, service.wording(language)).map(({ heading, fields, norms }): NoticeList => ({
    heading,
    count: countText(fields.length, language),
    rows: fields.map(({ label, duty }) => ({ text: label, detail: duty === 'required' ? null : portalText(language, `privacy.${duty}`) })),
    norms: norms.map(({ text, href }) => item(german(text, language), { href })),
  }));
  const { coSign, declarations } = service.package.workflow;
  const all = [
    ...lists,
    ...(portal.account && offersAccount(portal, service) ? [fromAccount(service, portal.account.name, language)] : []),
    ...(declarations ? [declared(service, language)] : []),
    ...(coSign ? [coSigner(coSign, language)] : []),
  ];
  return named(language, 'privacy.data', {
    paragraphs: [plain(portalText(language, all.length > 0 ? 'privacy.dataIntro' : 'privacy.noData'))],
    lists: all,
    remarks: [
      ...(portal.office.notifies ? [plain(portalText(language, 'privacy.mail'))] : []),
      plain(portalText(language, 'privacy.technical')),
    ],
  });
}

/** What the identity service is asked for: in the words of the questions that need it. */
function fromAccount(service: RunningService, name: string, language: Language): NoticeList {
  const wording = service.wording(language);
  const asked = personFields(service.form).map(({ position }) => questionText(position, wording));
  const byText = new Map(asked.map((label) => [label.text, label]));
  const level = plain(portalText(language, 'privacy.accountLevel', { name }));
  const rows = [...byText.values(), level].map((text) => ({ text, detail: null }));
  return { heading: plain(portalText(language, 'privacy.account', { name })), count: countText(rows.length, language), rows, norms: [] };
}

function declared({ package: pkg }: RunningService, language: Language): NoticeList {
  const given = declarationsIn(pkg, language);
  const rows = given.map(({ text, language: words, required }) => ({
    text: { text, lang: words === language ? null : words },
    detail: required ? null : portalText(language, 'privacy.optional'),
  }));
  const norms = given.flatMap(({ legalBasis }) => legalBasis.map(({ text, link }) => item(german(text, language), { href: link ?? null })));
  return { heading: plain(portalText(language, 'privacy.declared')), count: countText(rows.length, language), rows, norms };
}

function coSigner({ distinctIdentity }: CoSign, language: Language): NoticeList {
  const rows = [
    { text: plain(portalText(language, 'privacy.coSignerName')), detail: null },
    { text: plain(portalText(language, 'privacy.coSignerReason')), detail: portalText(language, 'privacy.depends') },
    ...(distinctIdentity ? [{ text: plain(portalText(language, 'privacy.coSignerIdentity')), detail: null }] : []),
  ];
  return { heading: plain(portalText(language, 'privacy.coSigner')), count: countText(rows.length, language), rows, norms: [] };
}

const countText = (count: number, language: Language): string =>
  count === 1 ? portalText(language, 'privacy.countOne') : portalText(language, 'privacy.count', { count });
