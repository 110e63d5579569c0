import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import Handlebars from 'handlebars';

interface Tool {
  precompiled(texts: Readonly<Record<string, string>>, options: object): { head: string; functions: Readonly<Record<string, string>> };
}

const options = { knownHelpers: { if: true, unless: true, each: true, lookup: true }, knownHelpersOnly: true, strict: true };
const { precompiled } = (await import(join(repository, 'tools/inline-conditions.mjs'))) as Tool;

/** The same template, written our way and as Handlebars does. */
function bothWays(text: string, partials: Readonly<Record<string, string>> = {}): ((view: object) => string)[] {
  const ours = Handlebars.create();
  const { head, functions } = precompiled({ ...partials, own: text }, options);
  // What the build writes into a module.
  const templates = new Function(
    `${head}\nreturn { ${Object.entries(functions)
      .map(([name, code]) => `${JSON.stringify(name)}: ${code}`)
      .join(',\n')} };`,
  )() as Record<string, TemplateSpecification>;
  for (const [name, specification] of Object.entries(templates)) ours.registerPartial(name, ours.template(specification));
  const theirs = Handlebars.create();
  for (const [name, partial] of Object.entries(partials)) theirs.registerPartial(name, theirs.compile(partial, options));
  const own = templates['own'];
  if (!own) throw new Error('no template');
  return [ours.template(own), theirs.compile(text, options)];
}

const values = [true, false, 0, 1, '', 'x', null, undefined, [], ['x'], {}];

describe('a condition in a template', () => {
  it.each([
    '{{#if value}}ja{{/if}}',
    '{{#if value}}ja{{else}}nein{{/if}}',
    '{{#unless value}}nein{{/unless}}',
    '{{#unless value}}nein{{else}}ja{{/unless}}',
    '{{#if value}}{{else}}nein{{/if}}',
    '{{#if value}}1{{else if other}}2{{else}}3{{/if}}',
    '{{#if value}}{{#if other}}{{name}}{{/if}}{{/if}}',
    '{{#each list}}{{#if ../value}}{{this}}{{else}}{{@index}}{{/if}}{{#unless @last}}, {{/unless}}{{/each}}',
    '{{#each list}}{{#each ../more}}{{#if ../../value}}{{../this}}{{this}}{{/if}}{{/each}}{{/each}}',
    '{{#if value}}{{> part}}{{/if}}',
    '{{#if value}}{{> (lookup . "which") name="<b>"}}{{/if}}',
  ])('means what it means in Handlebars: %s', (text) => {
    const [ours, theirs] = bothWays(text, { part: '{{#if other}}{{name}}{{/if}}' });
    for (const value of values) {
      for (const other of values) {
        const view = { value, other, name: 'Müller & Söhne', list: ['a', 'b'], more: ['c', 'd'], which: 'part' };
        expect(ours?.(view)).toBe(theirs?.(view));
      }
    }
  });

  it('costs no call of a helper', () => {
    const { functions } = precompiled({ own: '{{#if value}}ja{{/if}}' }, options);
    expect(functions['own']).not.toContain('container.program');
  });

  it('still says where a template names something that is not there', () => {
    const [ours, theirs] = bothWays('{{#if value}}\n{{missing}}{{/if}}');
    for (const render of [ours, theirs]) expect(() => render?.({ value: true })).toThrow('"missing" not defined in [object Object] - 2:2');
  });

  it('refuses what it does not know', () => {
    expect(() => precompiled({ own: '{{#if value includeZero=true}}ja{{/if}}' }, options)).toThrow('#if takes one value');
    expect(() => precompiled({ own: '{{#each list as |one|}}{{#if one}}ja{{/if}}{{/each}}' }, options)).toThrow('as |name|');
    expect(() => precompiled({ own: '{{#if value}}{{#*inline "p"}}ja{{/inline}}{{> p}}{{/if}}' }, options)).toThrow('{{#*inline}}');
    expect(() => precompiled({ own: '{{if value}}' }, options)).toThrow('{{#if …}}');
  });
});
