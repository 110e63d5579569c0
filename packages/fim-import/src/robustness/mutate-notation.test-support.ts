import { type XmlMutation, asXml, atAttribute, atElement } from './at-element.test-support.js';
import { hostileNames, hostileTexts } from './hostile-values.test-support.js';

/** Changes how the document is written. */
export const notationMutations: Readonly<Record<string, XmlMutation>> = {
  'other namespace': (text, random) =>
    text.replace(/urn:xoev-de:fim:standard:xdatenfelder_[\d.]+|http:\/\/docs\.oasis-open\.org\/codelist\/ns\/genericode\/1\.0\//, () =>
      random.pick([
        'urn:xoev-de:fim:standard:xdatenfelder_2',
        'urn:xoev-de:fim:standard:xdatenfelder_3.0.0',
        'urn:xoev-de:fim:standard:xdatenfelder_9',
        'urn:x',
        '',
      ]),
    ),
  'namespace undeclared': (text) => text.replace(/\sxmlns(:\w+)?="[^"]*"/, ''),
  'namespace of one element': (text, random) =>
    atElement(text, random, ({ name }, own) =>
      own.replace(`<${name}`, `<${name} xmlns="${random.pick(['urn:x', '', 'http://www.w3.org/2000/xmlns/'])}" xmlns:xdf3="urn:y"`),
    ),
  'attribute left out': (text, random) => atAttribute(text, random, () => ''),
  'attribute doubled': (text, random) => atAttribute(text, random, (attribute) => attribute + attribute),
  'attribute changed': (text, random) =>
    atAttribute(text, random, (attribute) => `${attribute.slice(0, attribute.indexOf('"'))}"${asXml(random.pick(hostileTexts))}"`),
  'attribute renamed': (text, random) =>
    atAttribute(text, random, (attribute) => ` ${random.pick(hostileNames)}${attribute.slice(attribute.indexOf('='))}`),
  'very many attributes': (text, random) =>
    atElement(text, random, ({ name }, own) =>
      own.replace(`<${name}`, `<${name}${Array.from({ length: 3_000 }, (_, n) => ` a${n}=""`).join('')}`),
    ),
  DOCTYPE: (text, random) =>
    text.replace(
      /(?=<[A-Za-z])/,
      random.pick(['<!DOCTYPE x>', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">']),
    ),
  'entity in a text': (text, random) =>
    atElement(
      text,
      random,
      ({ name }) => `<${name}>${random.pick(['&a;', '&b;&b;', '&#0;', '&#x1;', '&#xD800;', '&#1114112;', '&', '&#x85;'])}</${name}>`,
    ),
  'comment or the like': (text, random) =>
    atElement(
      text,
      random,
      (_, own) =>
        random.pick([
          '<!-- x -->',
          '<!-- -- -->',
          '<![CDATA[<a>]]>',
          '<?php x ?>',
          '<![CDATA[',
          ']]>',
          '<!ELEMENT a>',
          '<?xml version="1.0"?>',
        ]) + own,
    ),
};
