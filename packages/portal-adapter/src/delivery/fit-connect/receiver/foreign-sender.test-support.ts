import { createCipheriv, createHash, createPublicKey, constants, publicEncrypt, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { RunningFitConnect } from '../../../simulators/fit-connect/fit-connect.js';

/** What a sender that is not ours makes of a submission, with its mistakes. */
export interface ForeignSubmission {
  /** Instead of metadata. */
  readonly metadata?: string;
  readonly change?: (metadata: Record<string, unknown>) => object;
  readonly data?: string | Buffer;
  /** What the hash of the data is made of. */
  readonly hashed?: string;
  readonly isDeflated?: boolean;
  readonly schemaUri?: string;
  readonly attachments?: readonly {
    readonly id: string;
    readonly isDescribed?: boolean;
    readonly hashed?: string | Buffer;
    readonly isDamaged?: boolean;
    /** Instead of a word. */
    readonly content?: Buffer;
    readonly isDeflated?: boolean;
  }[];
}

const sha512 = (content: string | Buffer) => ({ type: 'sha512', content: createHash('sha512').update(content).digest('hex') });

/** Sends it by hand. @returns its number */
export async function foreignSender({ addresses, keys, destinationId }: RunningFitConnect, foreign: ForeignSubmission): Promise<string> {
  const { data = '{"name":"Bello"}', attachments = [] } = foreign;
  const jwe = sealing(keys.decryption);
  const headers = { Authorization: `Bearer ${await token(addresses.token)}`, 'Content-Type': 'application/json' };
  const send = async (method: string, path: string, body: string, type = 'application/json'): Promise<unknown> => {
    const answer = await fetch(`${addresses.submission}/v2/${path}`, { method, headers: { ...headers, 'Content-Type': type }, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const publicService = { name: 'Hund', identifier: 'urn:de:fim:leika:leistung:99102013104000' };
  const announcedAttachments = attachments.map(({ id }) => id);
  const { submissionId } = (await send('POST', 'submissions', JSON.stringify({ destinationId, announcedAttachments, publicService }))) as { submissionId: string }; // prettier-ignore
  for (const { id, isDamaged, content = 'Anlage', isDeflated } of attachments) {
    const sealed = isDeflated ? jwe(deflateRawSync(content), 'text/plain', { zip: 'DEF' }) : jwe(content, 'text/plain');
    const at = sealed.lastIndexOf('.') - 2;
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const damaged = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
    await send('PUT', `submissions/${submissionId}/attachments/${id}`, isDamaged ? damaged : sealed, 'application/jose');
  }
  const described = attachments.filter(({ isDescribed }) => isDescribed !== false);
  const metadata = {
    $schema: 'https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json',
    contentStructure: {
      data: {
        hash: sha512(foreign.hashed ?? '{"name":"Bello"}'),
        submissionSchema: { schemaUri: foreign.schemaUri ?? 'https://schema.musterstadt.example/hund.json', mimeType: 'application/json' },
      },
      attachments: described.map(({ id, content, hashed = content ?? 'Anlage' }) => ({ attachmentId: id, purpose: 'attachment', mimeType: 'text/plain', hash: sha512(hashed) })), // prettier-ignore
    },
  };
  const text = foreign.metadata ?? JSON.stringify(foreign.change?.(metadata) ?? metadata);
  const encryptedData = jwe(data, 'application/json', foreign.isDeflated ? { zip: 'DEF' } : {});
  await send('PUT', `submissions/${submissionId}`, JSON.stringify({ encryptedMetadata: jwe(text, 'application/json'), encryptedData }));
  return submissionId;
}

async function token(address: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'online-dienst', client_secret: 'nur-zur-vorfuehrung' });
  return ((await (await fetch(address, { method: 'POST', body })).json()) as { access_token: string }).access_token;
}

/** Compact JWE made by hand, so that it can be wrong. */
export function sealing(key: { readonly kid: string }) {
  return (content: string | Buffer, cty: string, more: object = {}): string => {
    const header = Buffer.from(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: key.kid, cty, ...more })).toString('base64url');
    const [contentKey, nonce] = [randomBytes(32), randomBytes(12)];
    const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
    const wrapped = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, contentKey);
    const cipher = createCipheriv('aes-256-gcm', contentKey, nonce).setAAD(Buffer.from(header));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return [header, ...[wrapped, nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  };
}
