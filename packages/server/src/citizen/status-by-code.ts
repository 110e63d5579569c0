import type { RequestHandler } from 'express';
import { applicationByCode } from '../applications/look-up.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { codeCaseBase } from './case-access.js';
import { rememberLookUp } from './case-by-code.js';
import { showLookup } from './status-lookup.js';

/** `POST /status`: with reference number and Abrufcode, from any device. */
export function statusByCode(portal: Portal): RequestHandler {
  return async (request, response) => {
    const body = request.body as Record<string, unknown> | undefined;
    const text = (name: string): string => {
      const value = body?.[name];
      return typeof value === 'string' ? value.slice(0, 60) : '';
    };
    const [reference, code] = [text('reference'), text('code')];
    const row = await applicationByCode(portal.office, reference, code);
    if (row) {
      rememberLookUp(response, portal.cookies, row.reference, code);
      return seeOther(response, `${codeCaseBase}/stand`);
    }
    response.status(422);
    showLookup(portal, request, response, { reference, failed: true });
  };
}
