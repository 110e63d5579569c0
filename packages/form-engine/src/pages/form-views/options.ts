import type { Code } from '../../form/form-definition.js';
import type { FieldNode } from '../../form/form-node.js';
import type { Wording } from '../../form/wording.js';
import type { Language } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';
import type { RadiosView, SelectView } from '../views.js';

/** Up to so many codes are shown at once. */
const mostRadios = 7;

export const wantsRadios = ({ widget }: FieldNode, codes: readonly Code[]): boolean =>
  widget === 'radios' || (widget !== 'dropdown' && codes.length > 0 && codes.length <= mostRadios);

/** With more codes the list is searched, so that the page stays small. */
const mostListed = 50;

export const wantsSearch = ({ widget }: FieldNode, codes: readonly Code[]): boolean => widget === undefined && codes.length > mostListed;

/** The codes that may be chosen; all of them where no rule restricts them. */
export function offeredCodes(codes: readonly Code[], allowed: readonly string[] | undefined): readonly Code[] {
  if (allowed === undefined) return codes;
  const offered = new Set(allowed);
  return codes.filter(({ code }) => offered.has(code));
}

/** The first option has the field's id, so that an error link leads to it. */
const optionId = (id: string, index: number): string => (index === 0 ? id : `${id}-o${index + 1}`);

export function booleanOptions(id: string, value: string, language: Language): RadiosView['options'] {
  return (['true', 'false'] as const).map((option, index) => ({
    id: optionId(id, index),
    value: option,
    label: uiText(language, option === 'true' ? 'form.yes' : 'form.no'),
    lang: null,
    help: null,
    checked: value === option,
  }));
}

export function radioOptions(id: string, codes: readonly Code[], value: string, node: FieldNode, wording: Wording): RadiosView['options'] {
  return codes.map(({ code }, index) => ({
    id: optionId(id, index),
    value: code,
    label: wording.code(node.codeList ?? '', code),
    lang: null,
    help: wording.codeHelp(node.codeList ?? '', code) ?? null,
    checked: value === code,
  }));
}

export function selectOptions(codes: readonly Code[], value: string, node: FieldNode, wording: Wording): SelectView['options'] {
  return codes.map(({ code }) => ({ value: code, label: wording.code(node.codeList ?? '', code), selected: value === code }));
}
