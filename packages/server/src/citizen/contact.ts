import type { MunicipalityConfiguration } from '../municipalities/configuration.js';

/** One line with whom to ask. */
export function contactText({ name, contact }: MunicipalityConfiguration): string {
  return [`${name}, ${contact.office}`, contact.phone, contact.email, contact.hours].filter((part) => part !== undefined).join(' · ');
}
