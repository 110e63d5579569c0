import type { Value } from '../../answers/answers.js';
import type { FieldNode } from '../../form/form-node.js';
import type { Language } from '../../service-package/service-package.js';
import { fileFormats, fileSize } from '../../validation/create-message.js';
import { uiText } from '../texts/ui-text.js';
import type { FileFieldView } from '../views.js';

/** The limits are said before the upload, not after. */
export function fileParts(
  node: FieldNode,
  value: Value | undefined,
  language: Language,
): Pick<FileFieldView, 'template' | 'accept' | 'limits' | 'multiple' | 'uploaded'> {
  const { mediaTypes, maxSize } = node.constraints;
  return {
    template: 'field-file',
    accept: mediaTypes && mediaTypes.length > 0 ? mediaTypes.join(',') : null,
    limits: limitsText(mediaTypes ?? [], maxSize, language),
    multiple: false,
    uploaded: typeof value === 'object' ? { name: value.name, size: fileSize(value.size) } : null,
  };
}

function limitsText(mediaTypes: readonly string[], maxSize: number | undefined, language: Language): string {
  const types = fileFormats(mediaTypes);
  if (types !== '' && maxSize !== undefined) return uiText(language, 'file.limits', { types, size: fileSize(maxSize) });
  if (maxSize !== undefined) return uiText(language, 'file.limitsSize', { size: fileSize(maxSize) });
  return types === '' ? uiText(language, 'file.any') : uiText(language, 'file.limitsTypes', { types });
}
