import { z } from 'zod';
import { ConfigurationError } from '../municipalities/configuration-error.js';

/** Where objects lie, and who may put them there. */
export interface S3Configuration {
  readonly endpoint: URL;
  readonly bucket: string;
  readonly region: string;
  /** `https://endpoint/bucket/key`; else `https://bucket.endpoint/key`. */
  readonly pathStyle: boolean;
  /** With which every key begins: several portals may share a bucket. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

const optional = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const environmentSchema = z.object({
  SERVICEPORTAL_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'the address of the object storage, e.g. https://s3.example.de' }),
  SERVICEPORTAL_S3_BUCKET: z
    .string('the name of the bucket')
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name has 3 to 63 small letters, digits, hyphens and dots'),
  SERVICEPORTAL_S3_REGION: optional.transform((region = 'us-east-1') => region),
  SERVICEPORTAL_S3_PATH_STYLE: optional
    .refine((value) => value === undefined || ['true', 'false'].includes(value), '"true" or "false"')
    .transform((value) => value !== 'false'),
  SERVICEPORTAL_S3_PREFIX: optional
    .refine((value = '') => /^([A-Za-z0-9_-]+\/)*$/.test(value), 'names of letters, digits, _ and -, each with / after it, e.g. portal/')
    .transform((prefix = '') => prefix),
  SERVICEPORTAL_S3_ACCESS_KEY: z.string('the access key').min(1, 'the access key'),
  SERVICEPORTAL_S3_SECRET_KEY: z.string('the secret key').min(1, 'the secret key'),
  SERVICEPORTAL_S3_SESSION_TOKEN: optional,
});

/**
 * What the environment says about an object storage; null: nothing, files lie on disk.
 *
 * @throws ConfigurationError `configuration-invalid`, which names what is missing or wrong; never a value
 */
export function s3Configuration(environment: Readonly<Record<string, string | undefined>>): S3Configuration | null {
  const given = Object.entries(environment).filter(([name, value]) => name.startsWith('SERVICEPORTAL_S3_') && value);
  if (given.length === 0) return null;
  const unknown = given.map(([name]) => name).filter((name) => !(name in environmentSchema.shape));
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success || unknown.length > 0) {
    const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: expected is ${message}.`);
    throw new ConfigurationError(
      'configuration-invalid',
      ['Attachments in object storage:', ...problems, ...unknown.map((name) => `${name}: there is no such setting.`)].join('\n  '),
    );
  }
  const { data } = parsed;
  return {
    endpoint: new URL(data.SERVICEPORTAL_S3_ENDPOINT),
    bucket: data.SERVICEPORTAL_S3_BUCKET,
    region: data.SERVICEPORTAL_S3_REGION,
    pathStyle: data.SERVICEPORTAL_S3_PATH_STYLE,
    prefix: data.SERVICEPORTAL_S3_PREFIX,
    accessKeyId: data.SERVICEPORTAL_S3_ACCESS_KEY,
    secretAccessKey: data.SERVICEPORTAL_S3_SECRET_KEY,
    sessionToken: data.SERVICEPORTAL_S3_SESSION_TOKEN,
  };
}
