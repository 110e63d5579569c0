import type { Delivery } from '../../contract/delivery.js';
import { distinctFileNames } from '../file-name.js';

/** The part `case` of the request: what docs/connectors/http.md describes. */
export interface CaseDescription {
  readonly format: 'serviceportal/case@1';
  readonly key: string;
  readonly reference: string;
  readonly submittedAt: string;
  readonly service: Delivery['service'];
  readonly municipality: Delivery['municipality'];
  readonly supplement?: Delivery['supplement'];
  readonly declarations?: Delivery['declarations'];
  readonly files: readonly FileDescription[];
}

export interface FileDescription {
  /** Name of the part that carries the bytes. */
  readonly part: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly purpose: 'data' | 'form' | 'attachment';
}

export function describeCase(delivery: Delivery): CaseDescription {
  const names = distinctFileNames(delivery.files);
  return {
    format: 'serviceportal/case@1',
    key: delivery.key,
    reference: delivery.reference,
    submittedAt: delivery.submittedAt,
    service: delivery.service,
    municipality: delivery.municipality,
    ...(delivery.supplement && { supplement: delivery.supplement }),
    ...(delivery.declarations && { declarations: delivery.declarations }),
    files: delivery.files.map(({ mediaType, size, sha256, purpose }, index) => ({
      part: `file-${index + 1}`,
      name: names[index] ?? `Datei ${index + 1}`,
      mediaType,
      size,
      sha256,
      purpose,
    })),
  };
}
