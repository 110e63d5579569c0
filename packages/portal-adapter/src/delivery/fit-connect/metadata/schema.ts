import { z } from 'zod';
import { publicJwk } from '../encryption/encryption-key.js';

// FIT-Connect metadata 1.x and 2.x as FITKO's schemas describe them. Properties that the schemas do not name are allowed there, too.
const hash = z.object({ type: z.literal('sha512'), content: z.string().regex(/^[a-f0-9]{128}$/) });
const id = z.uuid();
const uri = z.string().max(5000).refine((text) => URL.canParse(text), 'must be a URI'); // prettier-ignore
const profile = z.string().regex(/^http:\/\/uri\.etsi\.org\/ades\/191x2\/level\/baseline\/B-(B|T|LT|LTA)#$/);

const signature = z.object({
  signatureFormat: z.enum(['cms', 'xml', 'pdf', 'asic', 'json']),
  detachedSignature: z.boolean(),
  eidasAdesProfile: profile.optional(),
  content: z.string().optional(),
});

const submissionSchema = z.object({ schemaUri: uri, mimeType: z.enum(['application/json', 'application/xml']) });
const data = z.object({ hash, submissionSchema, signature: signature.optional() });

const attachment = z.object({
  attachmentId: id,
  purpose: z.enum(['form', 'attachment', 'report', 'data']),
  mimeType: z.string().max(200).regex(/^[-\w.]+\/[-\w.+]+$/), // prettier-ignore
  hash,
  filename: z.string().optional(),
  description: z.string().optional(),
  signature: signature.optional(),
  fragments: z.array(id).min(1).max(10_000).refine((ids) => new Set(ids).size === ids.length, 'must differ').optional(), // prettier-ignore
});

const mail = z.object({ address: z.email() });
const wrapping = publicJwk.extend({ key_ops: z.array(z.literal('wrapKey')), alg: z.literal('RSA-OAEP-256'), n: z.string().min(683) });

/** By which way the applicant is answered: exactly one. */
export const replyChannel = z
  .strictObject({
    eMail: mail.extend({ pgpPublicKey: z.string().startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n').optional() }).optional(),
    deMail: mail.optional(),
    fink: z.object({ finkPostfachRef: z.string().max(150).regex(/^[-._a-z0-9~/]+$/), host: uri.optional() }).optional(), // prettier-ignore
    elster: z.object({ accountId: z.string(), lieferTicket: z.string().optional(), geschaeftszeichen: z.string().max(60).optional() }).optional(), // prettier-ignore
    fitConnect: z.object({ processStandards: z.array(uri).min(1), encryptionPublicKey: wrapping }).optional(),
    idBundDeMailbox: z.object({ mailboxUuid: id }).optional(),
  })
  .refine((channel) => Object.values(channel).filter((value) => value !== undefined).length === 1, 'must be exactly one channel');

const payment = z.object({
  transactionReference: z.string(),
  transactionId: z.string().min(1).max(36).regex(/^[\w-]+$/), // prettier-ignore
  paymentMethod: z.enum(['GIROPAY', 'PAYDIRECT', 'CREDITCARD', 'PAYPAL', 'INVOICE', 'OTHER']),
  status: z.enum(['INITIAL', 'BOOKED', 'FAILED', 'CANCELED']),
});

const dataSet = z.object({
  dataSetId: id,
  schema: z.object({ schemaUri: uri, mimeType: z.enum(['application/json', 'application/xml', 'application/jose']) }),
  hash,
  content: z.unknown().refine((value) => value !== undefined, 'is missing'),
  description: z.string().optional(),
});

const reference = z.strictObject({
  senderReference: z.string().optional(),
  applicationDate: z.iso.date().optional(),
  idBundDeApplicationId: id.optional(),
  zustimmungZumDigitalenBescheid: z.boolean().optional(),
});

const author = z.object({
  name: z.string(),
  product: z.object({ name: z.string(), version: z.string(), manufacturer: z.string() }),
});

const common = {
  replyChannel: replyChannel.optional(),
  paymentInformation: payment.optional(),
  author: author.optional(),
};

const schemaPattern = (major: number) =>
  z.string().regex(new RegExp(String.raw`^https://schema\.fitko\.de/fit-connect/metadata/${major}\.\d+\.\d+/metadata\.schema\.json$`));

export const metadata2 = z.object({
  ...common,
  $schema: schemaPattern(2),
  contentStructure: z.object({ data, attachments: z.array(attachment).max(5000) }),
  additionalReferenceInfo: reference.optional(),
  dataSets: z.array(dataSet).max(1000).optional(),
});

export const metadata1 = z.object({
  ...common,
  $schema: schemaPattern(1).optional(),
  contentStructure: z.object({ data: data.optional(), attachments: z.array(attachment.omit({ fragments: true })).max(5000) }),
  additionalReferenceInfo: z.object({ senderReference: z.string().optional(), applicationDate: z.iso.date().optional() }).optional(),
  publicServiceType: z.object({ identifier: z.string().min(7).max(255), name: z.string().optional() }).optional(),
});

export type Metadata2 = z.infer<typeof metadata2>;
export type Metadata1 = z.infer<typeof metadata1>;
export type MetadataAttachment = z.infer<typeof attachment>;
export type ReplyChannel = z.infer<typeof replyChannel>;

/** What is wrong with metadata, as paths; none of their content is named. */
export type ReadMetadata =
  | { readonly kind: 'read'; readonly metadata: Metadata1 | Metadata2 }
  | { readonly kind: 'version' }
  | { readonly kind: 'invalid'; readonly paths: readonly string[] };

/** Metadata of a version that we know. 1.x may leave out its version. */
export function readMetadata(value: unknown): ReadMetadata {
  const schema = typeof value === 'object' && value !== null && '$schema' in value ? value.$schema : undefined;
  const is2 = schemaPattern(2).safeParse(schema).success;
  if (!is2 && schema !== undefined && !schemaPattern(1).safeParse(schema).success) return { kind: 'version' };
  const parsed = is2 ? metadata2.safeParse(value) : metadata1.safeParse(value);
  if (parsed.success) return { kind: 'read', metadata: parsed.data };
  return { kind: 'invalid', paths: [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || '(all)'))].slice(0, 20) };
}
