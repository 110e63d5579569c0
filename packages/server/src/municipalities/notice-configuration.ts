import { z } from 'zod';

export const webAddress = z.url({ protocol: /^https?$/, error: 'an address that begins with https:// or http:// is expected' });

/** A text in a file beside the configuration, or the address of a page elsewhere. */
export const legalText = z.union([z.strictObject({ file: z.string() }), z.strictObject({ url: webAddress })]);

const text = z.string().trim().min(1, 'a text is expected here');

const reachableParts = { name: text.optional(), address: text.optional(), phone: text.optional(), email: z.email().optional() };

/** How a body or person can be reached. */
const reachable = z
  .strictObject(reachableParts)
  .refine(({ address, phone, email }) => address ?? phone ?? email, 'address, phone or email is expected');

const authority = z.strictObject({ name: text, url: webAddress.optional() });

export type Reachable = z.infer<typeof reachable>;

/** What a municipality says in all privacy notices (Art. 13 DSGVO). What is left out is shown as missing. */
export const privacyConfiguration = z.strictObject({
  /** Who is responsible. Its name: that of the municipality, unless another is given. */
  controller: reachable.optional(),
  /** The data protection officer. */
  officer: reachable.optional(),
  /** Whom to complain to; without it, the supervisory authority of the Land. */
  authority: authority.optional(),
  /** Who else receives data of every service, e.g. the computing centre. */
  recipients: z.array(text).default([]),
  /** Transfers to countries outside the EU, in words. */
  thirdCountries: text.optional(),
});

/** What a municipality says in its accessibility statement. What is left out is shown as missing. */
export const accessibilityConfiguration = z.strictObject({
  /** How far the pages comply. The municipality judges that, not the software. */
  status: z.enum(['full', 'partial', 'none']).optional(),
  /** The law of the Land, e.g. "BGG NRW und BITVNRW". */
  law: text.optional(),
  /** What is not accessible. */
  limits: z
    .array(
      z.strictObject({
        text,
        reason: z.enum(['incompatible', 'disproportionate', 'out-of-scope']).default('incompatible'),
        alternative: text.optional(),
      }),
    )
    .default([]),
  prepared: z.iso.date('a day is expected: 2026-12-24').optional(),
  /** How it was examined, in words: who, by which procedure. */
  method: text.optional(),
  reviewed: z.iso.date('a day is expected: 2026-12-24').optional(),
  /** Who answers reports; without it, `contact`. */
  feedback: reachable.optional(),
  /** Ombudsstelle, Schlichtungsstelle or Durchsetzungsstelle of the Land. */
  enforcement: z.strictObject({ ...reachableParts, url: webAddress.optional() }).optional(),
  /** Days until a reported barrier is deleted. */
  reportDays: z.number().int().min(1).max(1000).default(180),
});

/** What it says of one service. */
export const servicePrivacyConfiguration = z.strictObject({
  /** In place of what the package says. */
  purposes: z.array(text).min(1).optional(),
  retention: text.optional(),
  recipients: z.array(text).default([]),
  /** A text of one's own after the generated notice. */
  addition: z.strictObject({ file: z.string() }).optional(),
  /** A text of one's own in place of the generated notice. */
  instead: legalText.optional(),
});

export type ServicePrivacy = z.infer<typeof servicePrivacyConfiguration>;
