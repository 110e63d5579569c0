import type { Page } from 'playwright-core';

const outline = `(() => {
  const mistakes = [...document.querySelectorAll('#fehler a[href^="#"]')].map((link) => document.getElementById(link.hash.slice(1)));
  // A group cannot be invalid, only described by what is wrong with it.
  const described = (target) => (target.getAttribute('aria-describedby') ?? '').split(' ').some((id) => document.getElementById(id)?.matches('.kern-error'));
  const marked = [...document.querySelectorAll('[aria-invalid="true"]')];
  return {
    wide: document.documentElement.scrollWidth > innerWidth ? document.documentElement.scrollWidth : 0,
    headings: document.querySelectorAll('h1').length,
    title: document.title.trim(),
    language: document.documentElement.lang,
    unlisted: marked.length > 0 && mistakes.length === 0,
    lost: mistakes.filter((target) => target === null).length,
    unmarked: mistakes.flatMap((target) =>
      target && !described(target) && !marked.some((input) => target === input || target.contains(input)) ? [target.outerHTML.slice(0, 120)] : []),
    moving: document.getAnimations().length,
  };
})()`;

interface Outline {
  readonly wide: number;
  readonly headings: number;
  readonly title: string;
  readonly language: string;
  readonly unlisted: boolean;
  readonly lost: number;
  readonly unmarked: readonly string[];
  readonly moving: number;
}

/** Width, heading, title, language; mistakes that the list at the top leads to and that are marked where they are; nothing that moves. */
export async function outlineFindings(page: Page): Promise<string[]> {
  const { wide, headings, title, language, unlisted, lost, unmarked, moving } = await page.evaluate<Outline>(outline);
  return [
    ...(wide > 0 ? [`is ${wide} px wide where less is there`] : []),
    ...(headings === 1 ? [] : [`has ${headings} headings of the first level`]),
    ...(title.length > 3 ? [] : ['has no title']),
    ...(['de', 'en'].includes(language.slice(0, 2)) ? [] : [`speaks „${language}“`]),
    ...(unlisted ? ['marks a mistake that the list at its top does not lead to'] : []),
    ...(lost > 0 ? [`lists ${lost} mistakes that lead nowhere`] : []),
    ...unmarked.map((target) => `does not mark the mistake at ${target}`),
    ...(moving > 0 ? ['moves although the person wants nothing to move'] : []),
  ];
}
