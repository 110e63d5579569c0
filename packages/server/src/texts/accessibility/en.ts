import type { accessibilityDe } from './de.js';

export const accessibilityEn: Readonly<Record<keyof typeof accessibilityDe, string>> = {
  'accessibility.title': 'Accessibility statement',
  'accessibility.intro':
    '{municipality} strives to make the online services on these pages accessible, in accordance with the legislation that transposes Directive (EU) 2016/2102. This statement applies to all pages of this portal.',
  'accessibility.status': 'Compliance status',
  'accessibility.status.full': 'These pages fully comply with the requirements.',
  'accessibility.status.partial': 'These pages partially comply with the requirements, because of the exceptions below.',
  'accessibility.status.none': 'These pages do not comply with the requirements. The next section says why.',
  'accessibility.law': 'Legislation: {law}',
  'accessibility.limits': 'Non-accessible content',
  'accessibility.incompatible': 'Does not comply yet:',
  'accessibility.disproportionate': 'Would be a disproportionate burden:',
  'accessibility.out-of-scope': 'Is not within the scope of the legislation:',
  'accessibility.alternative': 'Instead: {text}',
  'accessibility.prepared': 'Preparation of this statement',
  'accessibility.preparedOn': 'This statement was prepared on {day}.',
  'accessibility.reviewedOn': 'It was last reviewed on {day}.',
  'accessibility.feedback': 'Feedback and contact',
  'accessibility.feedbackText':
    'Have you noticed something that hinders you? Or do you need some content in another form? Write to us with the form, or get in touch here:',
  'accessibility.report': 'Report a barrier',
  'accessibility.enforcement': 'Enforcement procedure',
  'accessibility.enforcementText': 'Are you not satisfied with our answer, or do you get none? Then you can turn to this body:',
  'accessibility.missing': 'This information is still missing. Please ask us: {contact}',
};
