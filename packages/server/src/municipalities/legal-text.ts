/** A text such as the imprint: `# heading`, `## section`, paragraphs separated by empty lines. */
export interface LegalText {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export function parseLegalText(text: string, fallbackHeading: string): LegalText {
  let heading = fallbackHeading;
  const paragraphs: string[] = [];
  const sections: { heading: string; paragraphs: string[] }[] = [];
  for (const block of text.replace(/\r\n/g, '\n').split(/\n\s*\n/)) {
    const lines = block.split('\n').map((line) => line.trim());
    let body: string[] = [];
    for (const line of lines) {
      if (line.startsWith('## ')) sections.push({ heading: line.slice(3), paragraphs: [] });
      else if (line.startsWith('# ')) heading = line.slice(2);
      else if (line !== '') body = [...body, line];
    }
    if (body.length > 0) (sections.at(-1)?.paragraphs ?? paragraphs).push(body.join(' '));
  }
  return { heading, paragraphs, sections };
}
