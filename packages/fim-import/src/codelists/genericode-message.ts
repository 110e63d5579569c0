import { say } from '../language.js';
import { FimInputError, type SourcePlace } from '../xml/fim-input-error.js';
import { type ElementHandler, type StartTag, StopReading } from '../xml/element-handler.js';
import { type XmlElement, childOf, childrenOf, collectElement } from '../xml/xml-element.js';
import type { CodelistIdentification, Codeliste, Spalte } from './codeliste.js';

const namespace = 'http://docs.oasis-open.org/codelist/ns/genericode/1.0/';

/** Elements of the list stand in its namespace or, in many published files, in none. */
const accepts = (tag: StartTag): boolean => tag.namespace === namespace || tag.namespace === '';

const textOf = (element: XmlElement | undefined, name: string): string | undefined =>
  (element === undefined ? undefined : childOf(element, name))?.text.replace(/\s+/g, ' ').trim() || undefined;

/** A value without the indentation of the file. Line breaks stay: explanations have paragraphs. */
const valueOf = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** Reads a genericode 1.0 document row by row. */
export class GenericodeMessage {
  readonly #file: string;
  readonly #onlyIdentification: boolean;
  readonly #rows: ReadonlyMap<string, string>[] = [];
  #identification: CodelistIdentification | undefined;
  #columns: readonly Spalte[] = [];
  #key: string | undefined;
  #start: SourcePlace | undefined;

  /** @param onlyIdentification stop reading once the list has named itself, or is seen not to be one */
  constructor(file: string, onlyIdentification = false) {
    this.#file = file;
    this.#onlyIdentification = onlyIdentification;
  }

  readonly root = (tag: StartTag): ElementHandler => {
    this.#start = tag;
    if (tag.namespace !== namespace || tag.name !== 'CodeList') {
      if (this.#onlyIdentification) throw new StopReading();
      throw new FimInputError(
        'fim-not-genericode',
        this.#file,
        say({
          de: `Das ist keine Codeliste in genericode 1.0: Ihr oberstes Element ist „${tag.name}“.`,
          en: `This is no code list in genericode 1.0: its root element is “${tag.name}”.`,
        }),
        tag,
      );
    }
    return {
      child: (part) => {
        if (!accepts(part)) return undefined;
        if (part.name === 'Identification') return collectElement(part, accepts, (element) => this.#identify(element));
        if (part.name === 'ColumnSet') return collectElement(part, accepts, (element) => this.#readColumns(element));
        if (part.name === 'SimpleCodeList') return this.#rowsHandler();
        return undefined;
      },
    };
  };

  get identification(): CodelistIdentification | undefined {
    return this.#identification;
  }

  /** @throws FimInputError for a list without columns */
  result(): Codeliste {
    if (this.#columns.length === 0) {
      throw new FimInputError(
        'fim-genericode-invalid',
        this.#file,
        say({ de: 'Die Codeliste hat kein ColumnSet mit Spalten.', en: 'The code list has no ColumnSet with columns.' }),
        this.#start,
      );
    }
    return {
      ...this.#identification,
      spalten: this.#columns,
      ...(this.#key !== undefined && { schluessel: this.#key }),
      zeilen: this.#rows,
    };
  }

  #identify(element: XmlElement): void {
    const entries = {
      kennung: textOf(element, 'CanonicalUri'),
      version: textOf(element, 'Version'),
      versionUri: textOf(element, 'CanonicalVersionUri'),
      name: textOf(element, 'LongName') ?? textOf(element, 'ShortName'),
    };
    this.#identification = Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
    if (this.#onlyIdentification) throw new StopReading();
  }

  #readColumns(element: XmlElement): void {
    this.#columns = childrenOf(element, 'Column').flatMap((column) => {
      const id = column.attribute('Id')?.trim();
      const name = textOf(column, 'ShortName');
      const lang = childOf(column, 'Data')?.attribute('Lang');
      return id ? [{ id, ...(name !== undefined && { name }), ...(lang !== undefined && { lang }) }] : [];
    });
    const key = childOf(element, 'Key');
    this.#key = (key === undefined ? undefined : childOf(key, 'ColumnRef'))?.attribute('Ref')?.trim();
  }

  #rowsHandler(): ElementHandler {
    return {
      child: (tag) => (accepts(tag) && tag.name === 'Row' ? collectElement(tag, accepts, (row) => this.#addRow(row)) : undefined),
    };
  }

  #addRow(row: XmlElement): void {
    const values = new Map<string, string>();
    let next = 0;
    for (const value of childrenOf(row, 'Value')) {
      // genericode 1.0, 4.2: a value without ColumnRef belongs to the column after that of the value before it.
      const column = value.attribute('ColumnRef')?.trim() ?? this.#columns[next]?.id;
      next = this.#columns.findIndex(({ id }) => id === column) + 1;
      const text = valueOf(childOf(value, 'SimpleValue')?.text ?? '');
      if (column !== undefined && text !== '') values.set(column, text);
    }
    this.#rows.push(values);
  }
}
