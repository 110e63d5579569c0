import { z } from 'zod';
import type { environments } from './api/addresses.js';
import { address, replacedAddresses } from './api/addresses.js';
import { uuid } from './api/answers.js';
import { replyChannel } from './metadata/schema.js';

const mimeType = z.enum(['application/json', 'application/xml']);
const schemaUri = z.string().max(2000).refine((text) => URL.canParse(text), 'must be a URI'); // prettier-ignore
const variable = z.string().regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable');

/** Where a structure of data is agreed on. */
const schema = z.strictObject({ mimeType, schemaUri });

/** How applications are sent with FIT-Connect (docs/connectors/fit-connect.md). */
export const fitConnectConfiguration = z
  .strictObject({
    connector: z.literal('fit-connect'),
    environment: z.enum(['test', 'stage', 'production'] satisfies (keyof typeof environments)[]),
    /** Instead of the addresses of the environment. */
    addresses: replacedAddresses.default({}),
    version: z.enum(['v1', 'v2']).default('v2'),
    clientId: z.string().min(1),
    /** Environment variable that holds the client secret. */
    clientSecretEnv: variable,
    /** What the access token is asked for. */
    scope: z.string().default('https://schema.fitko.de/fit-connect/oauth/scopes/send-submissions'),
    userAgent: z.string().regex(/^[\x20-\x7e]{3,200}$/).default('serviceportal/1.0 (FIT-Connect sender)'), // prettier-ignore
    /** Where to; absent: found by service and municipality. */
    destinationId: uuid.optional(),
    /** LeiKa key of 14 digits, where it is not the first of the service. */
    leika: z.string().regex(/^\d{14}$/, 'must have 14 digits').optional(), // prettier-ignore
    /** The service as FIT-Connect names it, where it has no LeiKa key. */
    serviceIdentifier: z.string().regex(/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/, 'must be a URN').optional(), // prettier-ignore
    /** What structured data are: the first entry that fits the service and one of its files is used. */
    schemas: z.array(schema.extend({ service: z.string().min(1).optional() })).default([]),
    /** Structure of what comes after an application (`nachtrag.json`). Without it this target takes no supplements. */
    supplementSchema: schema.optional(),
    /** Where agreed with the recipient: the portal's own description of the case goes along, and stands in for structured data. */
    caseDescription: z.strictObject({ schemaUri }).optional(),
    metadata: z.enum(['2.1.0', '1.0.0']).default('2.1.0'),
    /** Names the case in the announcement of a supplement, so that it becomes part of it. */
    supplementsJoinCase: z.boolean().default(true),
    replyChannel: replyChannel.optional(),
    author: z.strictObject({ name: z.string(), product: z.strictObject({ name: z.string(), version: z.string(), manufacturer: z.string() }) }).optional(), // prettier-ignore
    /** Attachments that are larger are sent in parts of this size. */
    fragmentMegabytes: z.number().min(0.1).max(1000).optional(),
    /** Largest case, all files together. */
    maxMegabytes: z.number().positive().optional(),
    /** Largest structured data: they are held in memory. */
    maxDataMegabytes: z.number().positive().max(100).default(10),
    /** Seconds without a byte in either direction after which an attempt is over. */
    timeoutSeconds: z.number().positive().max(600).default(60),
    /** Seconds to wait for FIT-Connect to write down that it took a case. */
    confirmationSeconds: z.number().nonnegative().max(120).default(20),
    /** Files with certificates (PEM): keys of destinations must come with a chain that ends at one of them. */
    trustAnchorFiles: z.array(z.string()).optional(),
    /** Further addresses under which the delivery service signs events. */
    issuers: z.array(address).default([]),
    /** Further hosts that a signed route may name, because they are the configured one. */
    submissionHosts: z.array(z.string()).default([]),
    /** Does the area that a route is signed for need to be ours? */
    checkArea: z.boolean().default(true),
    /** Where FIT-Connect reports news, and the variable with the secret that it signs with. */
    callback: z.strictObject({ url: address, secretEnv: variable }).optional(),
  })
  .superRefine((configuration, context) => {
    const complain = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    const { environment, metadata, fragmentMegabytes, caseDescription, schemas, trustAnchorFiles } = configuration;
    if (environment === 'production' && !trustAnchorFiles?.length) {
      complain('trustAnchorFiles', 'must name the certificates of the PKI that vouch for the keys of destinations in production');
    }
    if (metadata === '1.0.0' && fragmentMegabytes !== undefined) complain('fragmentMegabytes', 'needs metadata 2.1.0');
    if (schemas.length === 0 && !caseDescription) complain('schemas', 'must name what the structured data are (or caseDescription)');
  });

export type FitConnectConfiguration = z.infer<typeof fitConnectConfiguration>;

/** The configuration with what it only names. */
export interface FitConnectSecrets {
  readonly clientSecret: string;
  readonly callbackSecret?: string;
  /** PEM, one or more certificates each. */
  readonly trustAnchors?: readonly string[];
}
