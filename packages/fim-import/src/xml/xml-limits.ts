/** What a foreign document may cost. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  /** Elements that are read. What is skipped, such as the relations of a schema, does not count. */
  readonly elements: number;
  /** Characters of one element's own text. */
  readonly textLength: number;
}

/** The largest released schema has 3.6 MB and 40 levels; the largest code list of the XRepository in use here 3.2 MB. */
export const defaultLimits: XmlLimits = { bytes: 20_000_000, depth: 200, elements: 500_000, textLength: 1_000_000 };
