import type { ElementHandler, StartTag } from './element-handler.js';

/** A small element read as a whole. Never used for what may be large: that is what handlers are for. */
export interface XmlElement extends StartTag {
  /** Own text, as it stands in the file. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** Reads an element with what is in it, as far as `accepts` says yes, and hands it over at its end tag. */
export function collectElement(tag: StartTag, accepts: (tag: StartTag) => boolean, done: (element: XmlElement) => void): ElementHandler {
  const children: XmlElement[] = [];
  return {
    wantsText: true,
    child: (childTag) => (accepts(childTag) ? collectElement(childTag, accepts, (child) => children.push(child)) : undefined),
    end: (text) => done({ ...tag, text, children }),
  };
}

/** The first direct child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All direct children of that name, in document order. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
