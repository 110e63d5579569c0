import type { Request } from 'express';
import type { Portal } from '../portal.js';

/** An address of this portal as other devices reach it: by `baseUrl`, else as this browser did. */
export function ownAddress(portal: Portal, request: Request, path: string): string {
  const base = portal.municipality.configuration.baseUrl ?? `${request.protocol}://${request.host}`;
  return new URL(path, base).href;
}
