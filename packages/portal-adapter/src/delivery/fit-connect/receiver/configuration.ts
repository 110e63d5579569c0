import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { directoryConfiguration } from '../../directory/configuration.js';
import { httpConfiguration } from '../../http/configuration.js';
import { address, replacedAddresses } from '../api/addresses.js';
import { uuid } from '../api/answers.js';

const variable = z.string().regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable');
const path = z.string().refine((text) => isAbsolute(text), 'must be an absolute path');

/** Where a private key lies: a JWK, in a file or in an environment variable. */
const keySource = z.union([z.strictObject({ file: path }), z.strictObject({ env: variable })]);
export type KeySource = z.infer<typeof keySource>;

/** How a destination of FIT-Connect is emptied (docs/connectors/fit-connect.md). */
export const fitConnectReceiverConfiguration = z.strictObject({
  environment: z.enum(['test', 'stage', 'production']),
  addresses: replacedAddresses.default({}),
  version: z.enum(['v1', 'v2']).default('v2'),
  clientId: z.string().min(1),
  clientSecretEnv: variable,
  /** What the access token is asked for; the portal of FIT-Connect shows it. */
  scope: z.string().optional(),
  userAgent: z.string().regex(/^[\x20-\x7e]{3,200}$/).default('serviceportal/1.0 (FIT-Connect receiver)'), // prettier-ignore
  destinationId: uuid,
  /** Keys that open submissions: the published one, and those before it. */
  decryptionKeys: z.array(keySource).min(1),
  /** Key that signs what becomes of a submission. */
  signingKey: keySource,
  /** Structures of data that are known; empty: all. */
  schemas: z.array(z.strictObject({ mimeType: z.enum(['application/json', 'application/xml']), schemaUri: z.string() })).default([]),
  /** What the recipient is told whose case it is. */
  municipality: z.strictObject({ name: z.string(), ars: z.string().regex(/^\d{12}$/, 'must have 12 digits') }), // prettier-ignore
  /** Where submissions are put: something that makes one case of one key. */
  sink: z.discriminatedUnion('connector', [directoryConfiguration, httpConfiguration]),
  /** Where attachments lie, opened, until the sink has them. Default: the system's folder for such files. */
  workFolder: path.optional(),
  /** Types of problems, by name, where they are others than FIT-Connect's. */
  problems: z.record(z.string(), z.url()).default({}),
  issuers: z.array(address).default([]),
  maxDataMegabytes: z.number().positive().max(200).default(20),
  maxAttachmentMegabytes: z.number().positive().max(5000).default(500),
  /** Everything in one submission, opened. */
  maxSubmissionMegabytes: z.number().positive().max(20_000).default(2000),
  timeoutSeconds: z.number().positive().max(600).default(60),
  /** Seconds that one submission may take, with its attachments. */
  submissionSeconds: z.number().positive().max(7200).default(900),
  /** Seconds between two looks. */
  pollSeconds: z.number().min(5).max(86_400).default(60),
});

export type FitConnectReceiverConfiguration = z.infer<typeof fitConnectReceiverConfiguration>;
/** As it stands in a configuration file, defaults left out. */
export type FitConnectReceiverInput = z.input<typeof fitConnectReceiverConfiguration>;
