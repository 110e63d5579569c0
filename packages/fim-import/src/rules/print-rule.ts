import type { Statement } from '@serviceportal/form-engine';
import { idsOnly, type NameOf, printCondition, printOperand } from './print-condition.js';

/**
 * A statement as a German sentence that reads back as the same statement; its message is not part of the text. With `name`,
 * ids are followed by labels for people.
 */
export function printStatement({ effect, target = '', condition, value, codes }: Statement, name: NameOf = idsOnly): string {
  const where = condition === true ? '' : `Wenn ${printCondition(condition, name)}, dann `;
  const element = name(target);
  switch (effect) {
    case 'require':
      return `${where}muss ${element} befüllt werden.`;
    case 'activate':
      return `${where}zeige ${element} an.`;
    case 'forbid':
      return `${where}blende ${element} aus.`;
    case 'valid':
      return `Es muss gelten: ${printCondition(condition, name)}.`;
    case 'prefill':
      return `${where}ist ${element} vorzubefüllen mit [${printOperand(value ?? '')}].`;
    case 'restrict':
      return `${where}sind in ${element} nur auswählbar: [${(codes ?? []).map((code) => JSON.stringify(code)).join(', ')}].`;
  }
}

export const printStatements = (statements: readonly Statement[], name: NameOf = idsOnly): string =>
  statements.map((statement) => printStatement(statement, name)).join('\n');
