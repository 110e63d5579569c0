import { describe, expect, it } from '@jest/globals';
import { parse, type HTMLElement } from 'node-html-parser';
import type { Answers } from '../answers/answers.js';
import { readPage, type FormPost } from '../answers/read-page.js';
import { field, formOf, group, note, rule, self } from '../form/form.test-support.js';
import type { Form } from '../form/form.js';
import { findPage } from '../form/navigation.js';
import type { PageInstance, QuestionPage } from '../form/page.js';
import { createWording } from '../form/wording.js';
import { evaluate } from '../rules/evaluate.js';
import type { Language, ServicePackage } from '../service-package/service-package.js';
import { checkPage } from '../validation/check-page.js';
import { templates } from '../templates.generated.js';
import { checkAnswersView } from './form-views/check-answers-view.js';
import { entriesPageView } from './form-views/entries-page-view.js';
import type { FormContext } from './form-views/form-context.js';
import type { PageState } from './form-views/item-context.js';
import { questionPageView } from './form-views/question-page-view.js';
import { createRenderer } from './renderer.js';
import type { Shell } from './views.js';

const renderer = createRenderer(templates);

const hashed = (kind: string) => ({ href: `/assets/portal.0.${kind}`, integrity: 'sha256-0' });

const shell = (language: Language): Shell => ({
  language,
  title: 'Seite',
  municipality: {
    name: 'Stadt',
    claim: 'Dienste',
    logo: null,
    homeHref: '/',
    lang: null,
    contact: { office: 'Amt', phone: null, email: null, hours: null },
  },
  assets: { css: hashed('css'), script: hashed('js'), brandCss: null, icon: null, fonts: [] },
  csrf: 'token',
  breadcrumb: [],
  languages: [],
  footer: [],
  noindex: true,
  script: true,
  notice: null,
  user: null,
});

function contextOf(form: Form, answers: Answers, language: Language = 'de', texts: ServicePackage['texts'] = {}): FormContext {
  const links = {
    page: ({ page }: PageInstance) => `/antrag/1/${page.slug}`,
    change: ({ page }: PageInstance) => `/antrag/1/${page.slug}?aendern=1`,
    before: '/',
    overview: '/o',
    check: '/c',
    submit: '/s',
    privacy: '/d',
  };
  return {
    form,
    evaluation: evaluate(form, answers),
    wording: createWording(form.definition, texts, language),
    serviceTitle: 'Dienst',
    links,
  };
}

function show(
  form: Form,
  slug: string,
  more: { answers?: Answers; post?: FormPost; language?: Language; texts?: ServicePackage['texts']; state?: Partial<PageState> } = {},
): HTMLElement {
  let context = contextOf(form, more.answers ?? {}, more.language, more.texts);
  const here = findPage(form, context.evaluation, slug);
  if (!here) throw new Error(`no page ${slug}`);
  let state: Partial<PageState> = more.state ?? {};
  if (more.post) {
    const reading = readPage(form, context.evaluation, here, more.post, context.wording);
    context = contextOf(form, reading.answers, more.language, more.texts);
    const open = checkPage(form, context.evaluation, here, context.wording).filter(({ name }) => !(name in reading.rejected));
    state = { messages: [...reading.messages, ...open], rejected: reading.rejected };
  }
  const view = questionPageView(context, here as PageInstance & { page: QuestionPage }, state);
  return parse(renderer.page('question-page', view, shell(context.wording.language)));
}

const ids = (page: HTMLElement): Set<string> => new Set(page.querySelectorAll('[id]').map((element) => element.id));
const labelOf = (page: HTMLElement, name: string): string | undefined => {
  const input = page.querySelector(`[name="${name}"]`);
  return input ? page.querySelector(`label[for="${input.id}"]`)?.textContent.trim().replace(/\s+/g, ' ') : undefined;
};

const page = (...nodes: Parameters<typeof group>[1]) => formOf([group('G1', nodes, { label: 'Seite' })]);

describe('a page of questions', () => {
  it('names every input, ties hints to it and marks what may be left out', () => {
    const html = show(page(field('F1', { help: 'Ein Hinweis.' }), field('F2', { min: 0 })), 'seite');
    expect(labelOf(html, 'G1/F1')).toBe('Frage F1');
    expect(labelOf(html, 'G1/F2')).toMatch(/^Frage F2 \(freiwillig\)$/);
    const described = html.querySelector('[name="G1/F1"]')?.getAttribute('aria-describedby') ?? '';
    expect(html.getElementById(described)?.textContent).toBe('Ein Hinweis.');
  });

  it('shows what is wrong at the top, with links, and at the question, with what was typed', () => {
    const form = page(field('F1', { type: 'integer' }), field('F2', { type: 'date' }), field('F3'));
    const html = show(form, 'seite', {
      post: { 'G1/F1': 'zwölf', 'G1/F2.day': '31', 'G1/F2.month': '4', 'G1/F2.year': '2026', 'G1/F3': '' },
    });
    expect(html.querySelector('title')?.textContent).toMatch(/^Fehler: /);
    const links = html.querySelectorAll('#fehler a').map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(links).toHaveLength(3);
    for (const target of links) expect(ids(html)).toContain(target);
    const input = html.querySelector('[name="G1/F1"]');
    expect(input?.getAttribute('value')).toBe('zwölf');
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    for (const id of (input?.getAttribute('aria-describedby') ?? '').split(' ')) expect(ids(html)).toContain(id);
    expect(html.querySelector('[name="G1/F2.day"]')?.getAttribute('value')).toBe('31');
  });

  it('escapes everything that a schema or a person wrote', () => {
    const evil = '<script>alert(1)</script>"\'>';
    const form = page(field('F1', { label: evil, help: evil }), note('N1', evil));
    const html = show(form, 'seite', { answers: { G1: { F1: evil } } });
    expect(html.querySelectorAll('script').map((script) => script.outerHTML)).toEqual([
      '<script type="module" src="/assets/portal.0.js" integrity="sha256-0"></script>',
    ]);
    expect(html.querySelector('[name="G1/F1"]')?.getAttribute('value')).toBe(evil);
  });

  it('offers up to seven answers side by side and more of them as a list', () => {
    const codes = (count: number) => ({
      codes: Array.from({ length: count }, (_, index) => ({ code: `0${index}`, label: `Antwort ${index}` })),
    });
    const form = formOf(
      [
        group('G1', [field('F1', { type: 'select', codeList: 'kurz' }), field('F2', { type: 'select', codeList: 'lang' })], {
          label: 'Seite',
        }),
      ],
      {
        codeLists: { kurz: codes(7), lang: codes(8) },
      },
    );
    const html = show(form, 'seite', { answers: { G1: { F1: '03', F2: '07' } } });
    expect(html.querySelectorAll('input[type=radio][name="G1/F1"]')).toHaveLength(7);
    expect(html.querySelector('input[checked]')?.getAttribute('value')).toBe('03');
    expect(html.querySelectorAll('select[name="G1/F2"] option')).toHaveLength(9);
    expect(html.querySelector('option[selected]')?.getAttribute('value')).toBe('07');
  });

  it('says why a question is asked: the rule and the norm, with a link only to the web', () => {
    const form = formOf(
      [
        group(
          'G1',
          [
            field('F1', { type: 'boolean' }),
            field('F2', { min: 0, legalBasis: [{ text: '§ 1 Satzung', link: 'https://satzung.example/1' }] }),
          ],
          { label: 'Seite' },
        ),
      ],
      {
        rules: [
          { ...rule('G1', { effect: 'activate', target: 'self.F2', condition: { equal: [self('F1'), true] } }), text: 'Wenn F1, dann F2.' },
        ],
      },
    );
    const html = show(form, 'seite', { answers: { G1: { F1: true } } });
    const why = html
      .querySelectorAll('details')
      .map((details) => details.textContent)
      .join(' ');
    expect(why).toContain('§ 1 Satzung');
    expect(html.querySelector('details a')?.getAttribute('href')).toBe('https://satzung.example/1');
  });

  it('gives the norms of all questions once, at the end of the page, with the questions that rest on them', () => {
    const basis = (text: string) => ({ legalBasis: [{ text }] });
    const html = show(page(field('F1', basis('§ 1')), field('F2', basis('§ 2')), field('F3', basis('§ 1')), field('F4')), 'seite');
    const rows = html
      .querySelectorAll('details dl > div')
      .map((row) => [
        row.querySelectorAll('dt span').map((question) => question.textContent),
        row.querySelectorAll('dd').map((norm) => norm.textContent.trim()),
      ]);
    expect(rows).toEqual([
      [['Frage F1', 'Frage F3'], ['§ 1']],
      [['Frage F2'], ['§ 2']],
    ]);
    expect(show(page(field('F1')), 'seite').querySelector('details')).toBeNull();
  });

  it('puts short inputs that belong together side by side, and nothing else', () => {
    const section = (length: number) =>
      formOf([
        group('G1', [field('F0'), group('G2', [field('F1', { type: 'integer' }), field('F2', { constraints: { maxLength: length } })])], {
          label: 'Seite',
        }),
      ]);
    expect(show(section(4), 'seite').querySelectorAll('fieldset .portal-fields--row')).toHaveLength(1);
    expect(show(section(100), 'seite').querySelectorAll('.portal-fields--row')).toHaveLength(0);
  });

  it('asks a field that may repeat once more on request, and keeps what is there', () => {
    const form = page(field('F1', { min: 0, max: 3 }));
    const inputs = (answers: Answers, oneMore: string | null) =>
      show(form, 'seite', { answers, state: { oneMore } })
        .querySelectorAll('input[type=text]')
        .map((input) => input.getAttribute('value'));
    expect(inputs({}, null)).toEqual(['']);
    expect(inputs({ G1: { F1: ['a', 'b'] } }, 'G1/F1')).toEqual(['a', 'b', '']);
    expect(inputs({ G1: { F1: ['a', 'b', 'c'] } }, 'G1/F1')).toEqual(['a', 'b', 'c']);
  });

  it('speaks the chosen language and marks what is only there in German', () => {
    const html = show(page(field('F1'), field('F2')), 'seite', { language: 'en', texts: { en: { 'F1.label': 'Question one' } } });
    expect(html.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(labelOf(html, 'G1/F1')).toBe('Question one');
    const input = html.querySelector('[name="G1/F2"]');
    expect(html.querySelector(`label[for="${input?.id}"] [lang="de"]`)?.textContent).toBe('Frage F2');
  });

  it('carries the token in every form', () => {
    for (const form of show(page(field('F1')), 'seite').querySelectorAll('form[method=post]')) {
      expect(form.querySelector('input[name=_csrf]')?.getAttribute('value')).toBe('token');
    }
  });
});

describe('a page of entries', () => {
  const form = formOf([group('G1', [field('F1')], { label: 'Hund', min: 1, max: 2 })]);
  const entries = (answers: Answers): HTMLElement => {
    const context = contextOf(form, answers);
    const here = findPage(form, context.evaluation, 'hund') as Parameters<typeof entriesPageView>[1];
    return parse(renderer.page('entries-page', entriesPageView(context, here), shell('de')));
  };

  it('lists the entries with ways to change and remove each, and says the limits in words', () => {
    const html = entries({ G1: [{ F1: 'Bello' }, { F1: 'Rex' }] });
    expect(html.querySelector('main')?.textContent).toContain('Bello');
    expect(html.querySelectorAll('button[name=_remove]').map((button) => button.getAttribute('value'))).toEqual(['0', '1']);
    expect(html.querySelectorAll('button[name=_add]')).toHaveLength(0);
    expect(entries({ G1: [{ F1: 'Bello' }] }).querySelectorAll('button[name=_add]')).toHaveLength(1);
  });
});

describe('check your answers', () => {
  const form = formOf([group('G1', [field('F1', { type: 'date' }), field('F2', { min: 0 })], { label: 'Seite' })]);
  const check = (answers: Answers): HTMLElement =>
    parse(renderer.page('check-answers', checkAnswersView(contextOf(form, answers)), shell('de')));

  it('shows what was answered, with a way to change it', () => {
    const html = check({ G1: { F1: '2026-12-24' } });
    expect(html.querySelector('main')?.textContent).toContain('24.12.2026');
    expect(html.querySelectorAll('main a').some((link) => link.getAttribute('href') === '/antrag/1/seite')).toBe(true);
    expect(html.querySelector('form[action="/s"]')).not.toBeNull();
  });

  it('cannot be submitted while something is missing, and leads there', () => {
    const html = check({});
    expect(html.querySelector('form[action="/s"]')).toBeNull();
    expect(html.querySelector('.kern-alert--warning a')?.getAttribute('href')).toBe('/antrag/1/seite?aendern=1');
  });
});
