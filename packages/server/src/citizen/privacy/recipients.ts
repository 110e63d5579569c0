import type { Language, NoticeItem, NoticeSection, ServicePackage } from '@serviceportal/form-engine';
import type { TargetConfiguration } from '../../municipalities/configuration.js';
import type { Portal } from '../../portal.js';
import { isPortalTextKey, portalText } from '../../texts/portal-text.js';
import { ownPrivacy } from './gaps.js';
import { german, item, named, plain } from './notice-parts.js';

/** Who receives the data of a service: as the portal is configured, and whom the municipality names besides. */
export function recipients({ municipality, account }: Portal, { key }: ServicePackage, language: Language): NoticeSection {
  const { name, privacy, notification } = municipality.configuration;
  const others = [...privacy.recipients, ...(ownPrivacy(municipality, key)?.recipients ?? [])];
  return named(language, 'privacy.recipients', {
    items: [
      item(plain(portalText(language, 'privacy.recipientsDraft'))),
      item(plain(portalText(language, 'privacy.recipientsStaff', { municipality: name }))),
      ...(account ? [item(plain(portalText(language, 'privacy.recipientsAccount', { name: account.name })))] : []),
      ...(notification ? [item(plain(portalText(language, 'privacy.recipientsMail', { sender: notification.sender.address })))] : []),
      ...municipality.targetsOf(key).map((target) => targetItem(target, language)),
      ...others.map((text) => item(german(text, language))),
    ],
  });
}

function targetItem({ label, delivery, attachments }: TargetConfiguration, language: Language): NoticeItem {
  const key = `privacy.kind.${delivery.connector}`;
  const kind = portalText(language, isPortalTextKey(key) ? key : 'privacy.kind.other');
  return item(german(label, language), {
    detail: plain(attachments ? kind : portalText(language, 'privacy.withoutFiles', { kind })),
  });
}
