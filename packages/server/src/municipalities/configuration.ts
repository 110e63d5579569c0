import { assuranceLevels } from '@serviceportal/form-engine';
import {
  deliveryConfiguration,
  identityConfiguration,
  notificationConfiguration,
  party,
  scannerConfiguration,
} from '@serviceportal/portal-adapter';
import { z } from 'zod';
import { brandConfiguration } from './brand/brand-configuration.js';
import {
  accessibilityConfiguration,
  legalText,
  privacyConfiguration,
  servicePrivacyConfiguration,
  webAddress,
} from './notice-configuration.js';
import { retentionConfiguration } from './retention-configuration.js';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters, digits and hyphens are expected');

const target = z.strictObject({
  /** Part of the delivery's key: keep it when the target moves. */
  name: key,
  label: z.string().min(1),
  /** Which connector, and what it needs (docs/connectors). */
  delivery: deliveryConfiguration,
  /** Keys of the package's outputs that this target receives; without it, all. */
  outputs: z.array(z.string()).optional(),
  attachments: z.boolean().default(true),
  /** Does it also take what comes after the application: answers to questions, withdrawals? */
  supplements: z.boolean().default(true),
  /** How many applications are handed over to it at once, by all processes together. */
  parallel: z.number().int().min(1).max(50).default(4),
  /** How long it is tried before a clerk has to look. */
  patienceHours: z.number().positive().max(2000).default(72),
  /** For how long it is asked what became of a case, where it can be asked. */
  statusDays: z.number().min(0).max(1000).default(180),
});

const clerk = z.strictObject({
  username: z.string().regex(/^[a-z0-9._-]{2,60}$/, 'lower case letters, digits, dots, hyphens are expected'),
  name: z.string().min(1),
  /** As `serviceportal hash-password` prints it. */
  password: z.string().regex(/^scrypt\$\d+\$\d+\$\d+\$[\w-]+\$[\w-]+$/, 'run `serviceportal hash-password` and put its output here'),
});

/** The account with which people can sign in. */
const identity = z.strictObject({
  /** As people know it: BundID. */
  name: z.string().min(1).max(60),
  /** From this level on a value from the account cannot be changed. */
  lockFrom: z.enum(assuranceLevels).default('substantial'),
  /** Which connector, and what it needs (docs/connectors/identity-oidc.md). */
  signIn: identityConfiguration,
});

/** An office or Fachverfahren that may prepare applications by links. */
const linkIssuer = z.strictObject({
  key,
  name: z.string().min(1).max(100),
  /** 64 hex digits, from the environment. Only the issuer and this portal know it. */
  secret: z.string().regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits are expected; `openssl rand -hex 32` makes some'),
});

const limits = z.strictObject({
  /** Largest file a citizen may upload, in MB (10⁶ bytes). */
  uploadMegabytes: z.number().positive().max(200).default(10),
  /** Largest picture a citizen may upload, in millions of pixels; one takes up to eleven bytes of memory for each. */
  imageMegapixels: z.number().positive().max(250).default(60),
  /** Requests per minute from one address. Whole schools and offices share one. */
  requestsPerMinute: z.number().int().positive().default(1200),
  startsPerMinute: z.number().int().positive().default(120),
  loginsPerMinute: z.number().int().positive().default(20),
  statusLookupsPerMinute: z.number().int().positive().default(30),
  /** Mails that confirm an address, and digits that are tried. */
  mailsPerMinute: z.number().int().positive().default(10),
  /** Resume codes and links that are tried. */
  resumesPerMinute: z.number().int().positive().default(30),
  /** Calls of one counterpart that there is news of a case. */
  callbacksPerMinute: z.number().int().positive().default(300),
  /** Barriers that are reported. */
  reportsPerMinute: z.number().int().positive().default(5),
});

export const municipalitySchema = z.strictObject({
  name: z.string().min(1),
  claim: z.string().default('Online-Dienste'),
  /** One to six letters with which reference numbers begin. */
  referencePrefix: z.string().regex(/^[A-Z]{1,6}$/, 'one to six capital letters are expected'),
  ars: z.string().regex(/^\d{12}$/, 'the Amtlicher Regionalschlüssel has 12 digits; write it in quotation marks'),
  land: z.enum(['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH']),
  /** Address under which the portal is reached. With https, cookies are only sent encrypted. */
  baseUrl: webAddress.optional(),
  /** Number of reverse proxies in front whose X-Forwarded headers are believed. */
  trustProxy: z.number().int().min(0).max(5).default(0),
  contact: z.strictObject({
    office: z.string(),
    phone: z.string().optional(),
    email: z.string().optional(),
    hours: z.string().optional(),
  }),
  logo: z.string().optional(),
  /** Colours and fonts. */
  brand: brandConfiguration.optional(),
  /** A style sheet of one's own, after everything else. */
  brandCss: z.string().optional(),
  /** Without texts of one's own, those on privacy and accessibility are made from `privacy` and `accessibility`. */
  legal: z.strictObject({ imprint: legalText, privacy: legalText.optional(), accessibility: legalText.optional() }),
  privacy: privacyConfiguration.default(privacyConfiguration.parse({})),
  accessibility: accessibilityConfiguration.default(accessibilityConfiguration.parse({})),
  services: z.array(
    z.strictObject({
      package: key,
      targets: z.array(target),
      privacy: servicePrivacyConfiguration.optional(),
      retention: retentionConfiguration.optional(),
    }),
  ),
  /** Where the applications of previewed schemas go. */
  preview: z.strictObject({ targets: z.array(target) }).default({ targets: [] }),
  clerks: z.array(clerk).default([]),
  /** Demonstration accounts exist, and the pages say that this is no real office. */
  demonstration: z.boolean().default(false),
  /** What looks for malware in uploads (docs/connectors/clamd.md). Without it, nothing does. */
  virusScan: scannerConfiguration.optional(),
  /** How citizens are told by e-mail (docs/connectors/notification-smtp.md). Without it, they are not, and nobody asks for an address. */
  notification: notificationConfiguration.optional(),
  identity: identity.optional(),
  prefillLinks: z
    .array(linkIssuer)
    .refine((issuers) => new Set(issuers.map((issuer) => issuer.key)).size === issuers.length, 'every issuer needs a key of its own')
    .default([]),
  /** The archive that is offered what has ended (`serviceportal archive`, docs/connectors/xdomea.md). */
  archive: z
    .strictObject({
      recipient: party,
      /** Absent: the municipality by its name. */
      sender: party.optional(),
      /** Place in the filing plan (Aktenplaneinheit), by key of the package. */
      filingPlan: z.record(key, z.string().min(1).max(200)).default({}),
    })
    .optional(),
  limits: limits.default(limits.parse({})),
  /** Token with which `/metrics` may be read; needed as soon as `baseUrl` or `trustProxy` is set, or from other machines. */
  metricsToken: z.string().min(16).optional(),
});

export type MunicipalityConfiguration = z.infer<typeof municipalitySchema>;
export type TargetConfiguration = z.infer<typeof target>;
