import { setTimeout as delay } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Configuration } from './s3-configuration.js';
import { StoreError } from './store-error.js';

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Without it, the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: S3Body;
}

export interface S3Body {
  /** Opened anew for every attempt. */
  readonly open: () => ReadableStream;
  readonly size: number;
  /** Lower-case hex: the storage refuses what arrives otherwise. */
  readonly sha256: string;
}

/** Lower-case hex digest of no bytes. */
const noBody = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const attempts = 3;
const firstWait = 200;
// Until the storage begins to answer. What is sent takes its time: at least 50 bytes in a millisecond.
const answerMilliseconds = 20_000;
const bytesInMillisecond = 50;

/**
 * A request signed with AWS Signature Version 4. Tried again where the storage does not answer or is overloaded: each request may be
 * repeated.
 *
 * @throws StoreError with the storage's own code
 */
export async function askS3(configuration: S3Configuration, request: S3Request): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(configuration, request);
    } catch (error) {
      const again = error instanceof StoreError && error.code === 'attachment-store-unavailable';
      if (!again || attempt === attempts) throw error;
      await delay(firstWait * 2 ** attempt);
    }
  }
}

async function ask(configuration: S3Configuration, { method, key = '', query = {}, body }: S3Request): Promise<Response> {
  const url = addressOf(configuration, key);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const { accessKeyId, secretAccessKey, sessionToken, region } = configuration;
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { 'x-amz-content-sha256': body?.sha256 ?? noBody },
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  }).sign();
  // Without its length a stream would go out in chunks, which S3 does not take.
  if (body) signed.headers.set('content-length', String(body.size));
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), answerMilliseconds + (body?.size ?? 0) / bytesInMillisecond);
  const response = await fetch(signed.url, {
    method,
    headers: signed.headers,
    redirect: 'manual',
    signal: patience.signal,
    ...(body && { body: body.open(), duplex: 'half', ...sentOnce }),
  })
    .catch((cause: unknown) => {
      throw noAnswer(cause, url.host);
    })
    .finally(() => clearTimeout(timer));
  if (response.ok) return response;
  throw await refusal(response, url.host);
}

function addressOf({ endpoint, bucket, pathStyle }: S3Configuration, key: string): URL {
  const url = new URL(endpoint);
  const base = url.pathname.replace(/\/$/, '');
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  url.pathname = pathStyle ? `${base}/${bucket}/${key}` : `${base}/${key}`;
  return url;
}

/** With anything else `fetch` keeps a copy of all that it sends, to send it again (Fetch Standard, HTTP-network-or-cache fetch). */
const sentOnce = { window: null, redirect: 'error' } as const;

function noAnswer(cause: unknown, host: string): StoreError {
  const [code, message] = isRedirect(cause)
    ? (['attachment-store-refused', `The object storage ${host} sends us elsewhere: check its address and region.`] as const)
    : (['attachment-store-unavailable', `The object storage ${host} does not answer (${reasonOf(cause)}).`] as const);
  return new StoreError(code, message, { cause });
}

const isRedirect = (error: unknown): boolean => ((error as Error).cause as Error | undefined)?.message === 'unexpected redirect';

/** What the network said: a code such as ECONNREFUSED, or that it took too long. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  return name === 'AbortError' ? 'too slow' : (cause?.code ?? name ?? 'unknown');
}

const longestError = 20_000;

/** S3 answers errors in XML, with a code (Amazon S3 API Reference, Error Responses). */
async function refusal(response: Response, host: string): Promise<StoreError> {
  const { status } = response;
  const text = await beginningOf(response).catch(() => '');
  const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(text)?.[1] ?? 'no code';
  const message = `The object storage ${host} answered ${status} (${code}).`;
  if (code === 'NoSuchKey') return new StoreError('attachment-missing', message);
  const later = status >= 500 || status === 408 || status === 429;
  return new StoreError(later ? 'attachment-store-unavailable' : 'attachment-store-refused', message);
}

async function beginningOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestError) break;
  }
  return text;
}
