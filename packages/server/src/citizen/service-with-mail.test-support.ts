import { field, group, smallService } from '../small-service.test-support.js';

const [person, ...rest] = smallService.form.children;
const children = [
  group('G1', 'Person', [
    ...(person?.kind === 'group' ? person.children : []),
    field('F9', 'E-Mail', { min: 0, widget: 'email', prefill: 'email' }),
  ]),
  ...rest,
];
/** Asks for an e-mail address, too. */
export const serviceWithMail = {
  ...smallService,
  // What a package says must not become a header.
  service: { ...smallService.service, title: 'Unterhaltsvorschuss\r\nBcc: alle@boese.example' },
  form: { ...smallService.form, children },
};
