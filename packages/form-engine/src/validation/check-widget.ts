import { isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import type { Widget } from '../form/form-node.js';
import type { MessageCode } from './message.js';

/** An address as mail servers take it (RFC 5321), with a domain of several parts. Looked at piece by piece, so that it ends. */
function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const parts = domain.split('.');
  const named = parts.length > 1 && parts.every((part) => /^[\p{L}\p{N}-]{1,63}$/u.test(part) && !/^-|-$/.test(part));
  return (
    more.length === 0 &&
    text.length <= 254 &&
    local.length <= 64 &&
    /^[^\s"(),:;<>[\]\\]+$/.test(local) &&
    !/^\.|\.$|\.\./.test(local) &&
    named
  );
}

/** Digits with the signs that people put between them, from a local number to the 15 digits of ITU-T E.164 with two leading noughts. */
function isTelephone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s()/.\u2010-\u2013-]+$/.test(text) && digits >= 3 && digits <= 17;
}

function ibanMistake(text: string): MessageCode | null {
  const { errorCodes } = validateIBAN(text);
  if (errorCodes.length === 0) return null;
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'iban-country';
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) return 'iban-length';
  return errorCodes.includes(ValidationErrorsIBAN.WrongIBANChecksum) ? 'check-digits' : 'pattern';
}

/** Steuerliche Identifikationsnummer (§ 139b AO): eleven digits, the last one by ISO/IEC 7064, MOD 11,10. */
function taxIdMistake(text: string): MessageCode | null {
  if (!/^[1-9]\d{10}$/.test(text)) return 'tax-id';
  const rest = [...text.slice(0, 10)].reduce((product, digit) => (((Number(digit) + product) % 10 || 10) * 2) % 11, 10);
  return Number(text[10]) === (11 - rest) % 10 ? null : 'check-digits';
}

/** What is wrong with a text by its kind: a slip of the pen is found before the bank returns the money. Null if nothing. */
export function checkWidget(widget: Widget | undefined, text: string): MessageCode | null {
  switch (widget) {
    case 'iban':
      return ibanMistake(text);
    case 'bic':
      return isValidBIC(text) ? null : 'bic';
    case 'tax-id':
      return taxIdMistake(text);
    case 'email':
      return isEmail(text) ? null : 'email';
    case 'tel':
      return isTelephone(text) ? null : 'tel';
    case 'postcode':
    case 'textarea':
    case 'radios':
    case 'dropdown':
    case undefined:
      return null;
  }
}
