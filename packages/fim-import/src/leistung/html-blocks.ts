import { decodeReferences, htmlTokens } from './html-tokens.js';

/** A line of text; `link` if exactly one web address belongs to it. */
export interface Line {
  readonly text: string;
  readonly link?: string;
}

/** A paragraph (its text may have line breaks), or a list. */
export type Block = { readonly paragraph: Line } | { readonly list: readonly Line[] };

/** Tags that end a paragraph. */
const blocks = new Set('p div h1 h2 h3 h4 h5 h6 ul ol dl table tr section article header footer blockquote pre hr dt dd'.split(' '));

/**
 * Reduces HTML, or plain text, to paragraphs and lists: no tag, no attribute, no script remains. A link becomes its text; its address
 * stays with the line. Lists in lists become one list.
 */
export function blocksOf(html: string): readonly Block[] {
  const builder = new BlockBuilder();
  const plain = !/<[a-zA-Z/]/.test(html);
  for (const token of htmlTokens(html)) {
    if ('text' in token) builder.text(decodeReferences(token.text), plain);
    else if (token.tag === 'br') builder.lineBreak();
    else if (token.tag === 'a') builder.link(token.end ? undefined : addressIn(token.attributes));
    else if (token.tag === 'li') builder.item(token.end);
    else if (token.tag === 'td' || token.tag === 'th') builder.text(' ', false);
    else if (blocks.has(token.tag)) builder.paragraphEnd();
  }
  return builder.end();
}

/** Only web addresses and mail: no script, no data. */
function addressIn(attributes: string): string | undefined {
  const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return webAddress(decodeReferences(double ?? single ?? bare ?? ''));
}

export function webAddress(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url !== undefined && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}

class BlockBuilder {
  readonly #blocks: Block[] = [];
  #items: Line[] = [];
  #inItem = false;
  #text = '';
  /** Addresses with the place in the text where each link ends. */
  #links: { readonly address: string; readonly end: number }[] = [];
  #address: string | undefined;

  /** @param plain line breaks mean something */
  text(text: string, plain: boolean): void {
    if (!plain) {
      this.#text += text.replace(/[\p{Cc}\s]+/gu, ' ');
      return;
    }
    for (const line of text.split(/\r\n|[\r\n]/)) {
      const bullet = /^\s*[-–•*]\s+/.exec(line);
      if (bullet !== null) this.item(false);
      else if (line.trim() === '' || this.#inItem) this.#endLine();
      this.#text += `${line.slice(bullet?.[0].length ?? 0).replace(/[\p{Cc}\s]+/gu, ' ')}\n`;
    }
  }

  lineBreak(): void {
    this.#text += '\n';
  }

  link(address: string | undefined): void {
    if (this.#address !== undefined) this.#links.push({ address: this.#address, end: this.#text.length });
    this.#address = address;
  }

  item(end: boolean): void {
    this.#endLine();
    this.#inItem = !end;
  }

  paragraphEnd(): void {
    if (!this.#inItem) this.#endLine();
    else this.#text += ' ';
  }

  end(): readonly Block[] {
    this.#endLine();
    this.#endList();
    return this.#blocks;
  }

  #endLine(): void {
    this.link(undefined);
    const line = this.#line();
    [this.#text, this.#links] = ['', []];
    const inItem = this.#inItem;
    this.#inItem = false;
    if (line === undefined) return;
    if (inItem) this.#items.push(line);
    else {
      this.#endList();
      this.#blocks.push({ paragraph: line });
    }
  }

  #endList(): void {
    if (this.#items.length > 0) this.#blocks.push({ list: this.#items });
    this.#items = [];
  }

  #line(): Line | undefined {
    const [first, second] = this.#links;
    if (first !== undefined && second === undefined && tidy(this.#text) !== '') return { text: tidy(this.#text), link: first.address };
    let text = '';
    let at = 0;
    for (const { address, end } of this.#links) {
      text += `${this.#text.slice(at, end)} (${address.replace(/^mailto:/, '')})`;
      at = end;
    }
    text = tidy(text + this.#text.slice(at));
    return text === '' ? undefined : { text };
  }
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
