import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { z } from 'zod';
import { callBack } from './call-back.js';
import { note, tagsOf } from './events.js';
import type { StoredSubmission } from './submission-store.js';
import { Problem } from './world.js';
import type { FitConnectWorld } from './world.js';

/** Streams an attachment to where it is kept. @throws Problem */
export async function receiveAttachment(world: FitConnectWorld, submission: StoredSubmission, id: string, request: Request): Promise<void> {
  const { submissionId, announced, state } = submission;
  if (!request.is('application/jose')) throw new Problem(415, 'unsupported-media-type', 'Erwartet wird application/jose.');
  if (!announced.includes(id)) throw new Problem(422, 'attachment-not-announced', 'Diese Anlage wurde nicht angekündigt.');
  if (state !== 'incomplete') throw new Problem(409, 'invalid-transition', 'Die Einreichung ist schon abgeschickt.');
  const path = world.store.pathOf(submissionId, `${id}.jwe`);
  const arriving = `${path}.${Math.random().toString(36).slice(2)}.neu`;
  const head: Buffer[] = [];
  let size = 0;
  try {
    await pipeline(
      request,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          if (size < 4096) head.push(piece.subarray(0, 4096));
          size += piece.length;
          if (size > world.limits.attachmentBytes) throw new Problem(413, 'payload-too-large', 'Die Anlage ist zu groß.');
          yield piece;
        }
      },
      createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true }),
    );
    // A request that broke off ends without an error where the sender closed the connection.
    if (!request.complete) throw new Problem(400, 'incomplete', 'Die Übertragung brach ab.');
    checkHead(Buffer.concat(head).toString('latin1'), world.keys.decryption.kid);
    await rename(arriving, path);
  } finally {
    await rm(arriving, { force: true });
  }
}

const encrypted = z.string().regex(/^[\w-]+(\.[\w-]*){4}$/);
const both = {
  v1: z.object({ encryptedMetadata: encrypted, encryptedData: encrypted.optional() }),
  v2: z.object({ encryptedMetadata: encrypted, encryptedData: encrypted }),
};

/** Completes a submission. @throws Problem */
export async function takeSubmission(
  version: 'v1' | 'v2',
  world: FitConnectWorld,
  submission: StoredSubmission,
  body: unknown,
): Promise<void> {
  const { submissionId, announced, state } = submission;
  if (state !== 'incomplete') throw new Problem(409, 'invalid-transition', 'Die Einreichung ist schon abgeschickt.');
  const parsed = both[version].safeParse(body);
  if (!parsed.success) throw new Problem(422, 'invalid-request', 'encryptedMetadata oder encryptedData fehlen oder sind kein JWE.');
  const { encryptedMetadata, encryptedData } = parsed.data;
  for (const id of announced) {
    if (!(await world.store.hasPart(submissionId, `${id}.jwe`)))
      throw new Problem(422, 'attachments-missing', 'Es fehlen angekündigte Anlagen.');
  }
  checkHead(encryptedMetadata, world.keys.decryption.kid, ['application/json']);
  if (encryptedData !== undefined) checkHead(encryptedData, world.keys.decryption.kid, ['application/json', 'application/xml']);
  if (world.behaviour() === 'loseWrite') return;
  await writeFile(world.store.pathOf(submissionId, 'metadata.jwe'), encryptedMetadata, { mode: 0o600, flush: true });
  if (encryptedData !== undefined)
    await writeFile(world.store.pathOf(submissionId, 'data.jwe'), encryptedData, { mode: 0o600, flush: true });
  const submitted: StoredSubmission = { ...submission, state: 'submitted', submittedAt: world.now().toISOString() };
  const tags = await tagsOf(world, submitted);
  const authenticationTags = world.behaviour() === 'otherTags' ? { ...tags, metadata: 'A'.repeat(22) } : tags;
  await note(world, submitted, 'submit', { authenticationTags });
  await world.store.save(submitted);
  void callBack(world, world.destination.callback, 'new-submissions', submitted);
}

/** What the service can see of a JWE: its header. */
function checkHead(jwe: string, kid: string, types?: readonly string[]): void {
  const refuse = (why: string): never => {
    throw new Problem(422, 'invalid-jwe', why);
  };
  const header = headerOf(jwe);
  if (header['alg'] !== 'RSA-OAEP-256' || header['enc'] !== 'A256GCM') refuse('Der Inhalt ist anders verschlüsselt als vereinbart.');
  if (header['kid'] !== kid) refuse('Der Inhalt ist für einen anderen Schlüssel verschlüsselt.');
  if (types && !types.includes(String(header['cty']))) refuse('Der Typ des Inhalts (cty) ist nicht zulässig.');
}

function headerOf(jwe: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw new Problem(422, 'invalid-jwe', 'Der Inhalt ist kein JWE.');
  }
}
