import type { Message } from '../../language.js';
import { childOf } from '../../xml/xml-element.js';
import { type Check, type Report, baukasten, container } from '../check.js';
import type { LintElement, Stelle } from '../lint-element.js';

/** A check of each position in a schema or group. */
const each = (code: string, fix: Message, problem: (stelle: Stelle, container: LintElement) => Message | undefined): Check => ({
  code,
  of: container,
  fix,
  find(element, report) {
    for (const stelle of element.stellen) {
      const message = problem(stelle, element);
      if (message !== undefined) report(message, childOf(stelle.xml, 'anzahl') ?? stelle.xml, stelle.element);
    }
  },
});

const counted = (anzahl: string): { min: number; max: number } | undefined => {
  const match = /^(\d+):(\d+|\*)$/.exec(anzahl);
  return match === null ? undefined : { min: Number(match[1]), max: match[2] === '*' ? Infinity : Number(match[2]) };
};

const isChoice = (element: LintElement): boolean => element.code('art') === 'X';

export const structureChecks: readonly Check[] = [
  each(
    '1021',
    { de: 'Geben Sie an, wie oft das Element vorkommt, etwa 1:1 oder 0:*.', en: 'Say how often the element occurs, such as 1:1 or 0:*.' },
    ({ anzahl, element }) => {
      if (anzahl !== '' && anzahl !== '0:0') return undefined;
      return anzahl === ''
        ? { de: `Für ${element.id} ist keine Multiplizität angegeben.`, en: `No multiplicity is given for ${element.id}.` }
        : { de: `Mit 0:0 kommt ${element.id} nie vor.`, en: `With 0:0 ${element.id} never occurs.` };
    },
  ),
  each(
    '1046',
    {
      de: 'Schreiben Sie die Multiplizität als Minimum:Maximum, etwa 0:1 oder 1:*.',
      en: 'Write the multiplicity as minimum:maximum, such as 0:1 or 1:*.',
    },
    ({ anzahl, element }) =>
      anzahl !== '' && counted(anzahl) === undefined
        ? { de: `„${anzahl}“ (${element.id}) ist keine Multiplizität.`, en: `“${anzahl}” (${element.id}) is no multiplicity.` }
        : undefined,
  ),
  each(
    '1047',
    { de: 'Vertauschen oder ändern Sie Minimum und Maximum.', en: 'Swap or change minimum and maximum.' },
    ({ anzahl, element }) => {
      const count = counted(anzahl);
      return count !== undefined && count.min > count.max
        ? {
            de: `In ${anzahl} (${element.id}) ist das Minimum größer als das Maximum.`,
            en: `In ${anzahl} (${element.id}) the minimum is greater than the maximum.`,
          }
        : undefined;
    },
  ),
  each('1118', { de: 'Setzen Sie die Multiplizität auf 0:1.', en: 'Set the multiplicity to 0:1.' }, ({ anzahl, element }, parent) =>
    isChoice(parent) && anzahl !== '0:1'
      ? {
          de: `${element.id} steht in der Auswahlgruppe ${parent.id} mit ${anzahl || 'keiner Multiplizität'}.`,
          en: `${element.id} stands in the choice ${parent.id} with ${anzahl || 'no multiplicity'}.`,
        }
      : undefined,
  ),
  each('1139', { de: 'Erlauben Sie mehrere Dateien: 0:* oder 1:*.', en: 'Allow several files: 0:* or 1:*.' }, ({ anzahl, element }) => {
    const count = counted(anzahl);
    if (element.code('datentyp') !== 'file' || count === undefined || count.max === Infinity) return undefined;
    return {
      de: `Für ${element.id} kann nur eine begrenzte Zahl von Dateien eingereicht werden (${anzahl}).`,
      en: `Only a limited number of files can be handed in for ${element.id} (${anzahl}).`,
    };
  }),
  each(
    '1013',
    {
      de: 'Verwenden Sie ein harmonisiertes oder rechtsnormgebundenes Element.',
      en: 'Use an element that is harmonised or bound to a norm.',
    },
    ({ element }, parent) =>
      element.code('schemaelementart') === 'ABS'
        ? { de: `${element.id} in ${parent.id} ist abstrakt.`, en: `${element.id} in ${parent.id} is abstract.` }
        : undefined,
  ),
  {
    code: '1014',
    of: ['datenfeld'],
    fix: {
      de: 'Machen Sie das Datenfeld zu einem harmonisierten oder rechtsnormgebundenen.',
      en: 'Make the Datenfeld a harmonised one or one bound to a norm.',
    },
    find(element, report) {
      if (element.code('schemaelementart') === 'ABS')
        report(
          { de: `Das Datenfeld ${element.id} ist abstrakt.`, en: `The Datenfeld ${element.id} is abstract.` },
          element.child('schemaelementart'),
        );
    },
  },
  sized(
    '1023',
    ['datenfeldgruppe'],
    { de: 'Nehmen Sie Elemente in die Gruppe auf, oder entfernen Sie die Gruppe.', en: 'Add elements to the group, or remove the group.' },
    ({ stellen }) => stellen.length === 0,
  ),
  sized(
    '1078',
    ['stammdatenschema'],
    { de: 'Nehmen Sie Elemente in das Schema auf.', en: 'Add elements to the schema.' },
    ({ stellen }) => stellen.length === 0,
  ),
  sized(
    '1043',
    ['datenfeldgruppe'],
    { de: 'Nehmen Sie eine zweite Möglichkeit auf.', en: 'Add a second possibility.' },
    (group) => isChoice(group) && group.stellen.length === 1,
  ),
  sized(
    '1106',
    ['datenfeldgruppe'],
    { de: 'Verwenden Sie das Unterelement ohne die Gruppe.', en: 'Use the element below without the group.' },
    (group) => !isChoice(group) && group.stellen.length === 1,
  ),
  defaultField('1094', { de: 'Entfernen Sie das Default-Datenfeld.', en: 'Remove the default field.' }, (count) => count > 1),
  defaultField(
    '1095',
    {
      de: 'Ersetzen Sie das Default-Datenfeld durch die Elemente, die gemeint sind.',
      en: 'Replace the default field by the elements that are meant.',
    },
    (count) => count === 1,
  ),
  {
    code: '1116',
    of: baukasten,
    fix: { de: 'Verwenden Sie ein Element, das nicht inaktiv ist.', en: 'Use an element that is not inactive.' },
    find(element, report, { root }) {
      const inactive = element.status === '7' || element.status === 'inaktiv';
      if (element !== root && inactive)
        report(
          { de: `${element.id} ${element.version} ist inaktiv.`, en: `${element.id} ${element.version} is inactive.` },
          element.child('freigabestatus') ?? element.child('status'),
        );
    },
  },
];

function sized(code: string, of: Check['of'], fix: Message, wrong: (element: LintElement) => boolean): Check {
  return {
    code,
    of,
    fix,
    find(element, report) {
      if (!wrong(element)) return;
      const [de, en] =
        element.art === 'stammdatenschema'
          ? ['Das Schema', 'The schema']
          : isChoice(element)
            ? ['Die Auswahlgruppe', 'The choice']
            : ['Die Gruppe', 'The group'];
      const empty = element.stellen.length === 0;
      report({
        de: `${de} ${element.id} enthält ${empty ? 'kein Unterelement' : 'nur ein Unterelement'}.`,
        en: `${en} ${element.id} contains ${empty ? 'no element' : 'only one element'}.`,
      });
    },
  };
}

function defaultField(code: string, fix: Message, wrong: (count: number) => boolean): Check {
  return {
    code,
    of: container,
    fix,
    find({ stellen, id }: LintElement, report: Report) {
      const found = stellen.find(
        ({ element }) => element.id === 'F60000000001' || (element.fassung === '2.0' && element.id === 'F60000001'),
      );
      if (found !== undefined && wrong(stellen.length))
        report({ de: `${id} enthält das Default-Datenfeld.`, en: `${id} contains the default field.` }, found.xml);
    },
  };
}
