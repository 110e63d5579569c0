import type { Message } from '../language.js';
import { say } from '../language.js';
import type { ElementHandler, StartTag } from '../xml/element-handler.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { readXmlText } from '../xml/read-xml.js';
import { type XmlElement, childOf, childrenOf, collectElement } from '../xml/xml-element.js';
import { type Block, blocksOf, webAddress } from './html-blocks.js';
import type { LeistungOpenItem, LeistungText, Leistungsbeschreibung, Topic } from './leistungsbeschreibung.js';
import { textmodule } from './textmodule.js';

const namespace = 'http://xoev.de/schemata/xzufi/2_2_0';

/**
 * Reads the Leistungen of an XZuFi 2.2.0 message, or of a Leistung by itself.
 * @param file names the source in errors
 * @throws FimInputError `fim-not-leistung`, `fim-namespace-unknown`, or what reading XML throws
 */
export function readXzufi(text: string, file: string): readonly Leistungsbeschreibung[] {
  const found: XmlElement[] = [];
  const handler = (tag: StartTag): ElementHandler =>
    tag.name === 'leistung'
      ? collectElement(
          tag,
          () => true,
          (element) => found.push(element),
        )
      : { child: handler };
  readXmlText(text, file, (root) => {
    if (root.namespace !== namespace) throw notXzufi(root, file);
    return handler(root);
  });
  return found.map(leistungOf);
}

function notXzufi({ namespace: other, line, column }: StartTag, file: string): FimInputError {
  const isXzufi = /\/xzufi\//.test(other);
  const reason: Message = isXzufi
    ? { de: `XZuFi in einer anderen Fassung (${other}); gelesen wird 2.2.0.`, en: `Another version of XZuFi (${other}); 2.2.0 is read.` }
    : { de: 'Das ist keine Leistungsbeschreibung in XZuFi.', en: 'This is no service description in XZuFi.' };
  return new FimInputError(isXzufi ? 'fim-namespace-unknown' : 'fim-not-leistung', file, say(reason), { line, column });
}

/** Modules that hold a description beside figures. */
const figures: Readonly<Record<string, Topic>> = { modulKosten: 'fee', modulFrist: 'deadline', modulBearbeitungsdauer: 'duration' };

function leistungOf(leistung: XmlElement): Leistungsbeschreibung {
  const texts: LeistungText[] = [];
  const openItems: LeistungOpenItem[] = [];
  const open = ({ line, column }: XmlElement, message: Message, source?: string): void => {
    openItems.push({ message: say(message), ...(source !== undefined && source !== '' && { source }), line, column });
  };
  for (const element of leistung.children) {
    const topic = figures[element.name];
    if (element.name === 'modulText') readModule(element, texts, open);
    else if (topic !== undefined) readFigures(element, topic, texts, open);
  }
  const id = childOf(leistung, 'id')?.text.trim();
  const keys = childrenOf(leistung, 'referenzLeiKa').map((reference) => codeIn(reference));
  return {
    ...(id !== undefined && id !== '' && { id }),
    leika: [...new Set(keys.filter((key) => /^\d{14}$/.test(key)))],
    texts,
    openItems,
  };
}

type Open = (at: XmlElement, message: Message, source?: string) => void;

const codeIn = (element: XmlElement | undefined): string => (element && childOf(element, 'code')?.text.trim()) ?? '';

function readModule(element: XmlElement, texts: LeistungText[], open: Open): void {
  const code = codeIn(childOf(element, 'leikaTextmodul'));
  const known = Object.hasOwn(textmodule, code) ? textmodule[code] : undefined;
  const read = textsIn(element, 'inhalt', known?.topic ?? 'remarks', open);
  if (known !== undefined) {
    texts.push(...read);
    return;
  }
  const source = childrenOf(element, 'inhalt').map(({ text }) => text.trim());
  const message = {
    de: `Das Textmodul „${code}“ ist nicht bekannt; sein Text wird nicht übernommen`,
    en: `The text module “${code}” is not known; its text is not carried over`,
  };
  open(element, message, source.join('\n').slice(0, 2_000));
}

/** Amounts, periods and their kinds are codes of lists that are not at hand; only the words are carried over. */
function readFigures(element: XmlElement, topic: Topic, texts: LeistungText[], open: Open): void {
  const words = textsIn(element, 'beschreibung', topic, open);
  texts.push(...words);
  const facts = factsIn(element).join(', ');
  if (facts === '') return;
  const [de, en] = [
    `Die Angaben in „${element.name}“ übernehmen Sie bitte selbst`,
    `Please carry over the figures in “${element.name}” yourself`,
  ];
  open(element, { de, en }, facts.slice(0, 2_000));
}

function factsIn(element: XmlElement): readonly string[] {
  return element.children.flatMap((child) => {
    if (child.name === 'beschreibung' || child.name === 'positionDarstellung' || child.name === 'weiterfuehrenderLink') return [];
    const text = child.text.trim();
    return [...(text === '' ? [] : [`${child.name}: ${text}`]), ...factsIn(child)];
  });
}

function textsIn(element: XmlElement, name: string, topic: Topic, open: Open): readonly LeistungText[] {
  const links = childrenOf(element, 'weiterfuehrenderLink').flatMap((link): Block[] => {
    const [address, title] = [webAddress(childOf(link, 'uri')?.text ?? ''), childOf(link, 'titel')?.text.trim() ?? ''];
    return address === undefined ? [] : [{ paragraph: { text: title === '' ? address : title, link: address } }];
  });
  return childrenOf(element, name).flatMap((content, index) => {
    if (content.children.length > 0) {
      const message = {
        de: 'Der Text enthält Elemente; übernommen wird nur, was außerhalb von ihnen steht',
        en: 'The text holds elements; only what stands outside of them is carried over',
      };
      open(content, message);
    }
    const blocks = [...blocksOf(content.text), ...(index === 0 ? links : [])];
    return blocks.length === 0 ? [] : [{ topic, language: content.attribute('languageCode')?.trim() || 'de', blocks }];
  });
}
