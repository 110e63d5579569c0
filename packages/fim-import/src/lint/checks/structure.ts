import { childOf } from '../../xml/xml-element.js';
import { type Check, type Report, baukasten, container } from '../check.js';
import type { LintElement, Stelle } from '../lint-element.js';

/** A check of each position in a schema or group. */
const each = (code: string, fix: string, problem: (stelle: Stelle, container: LintElement) => string | undefined): Check => ({
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
  each('1021', 'Geben Sie an, wie oft das Element vorkommt, etwa 1:1 oder 0:*.', ({ anzahl, element }) => {
    if (anzahl !== '' && anzahl !== '0:0') return undefined;
    return anzahl === '' ? `Für ${element.id} ist keine Multiplizität angegeben.` : `Mit 0:0 kommt ${element.id} nie vor.`;
  }),
  each('1046', 'Schreiben Sie die Multiplizität als Minimum:Maximum, etwa 0:1 oder 1:*.', ({ anzahl, element }) =>
    anzahl !== '' && counted(anzahl) === undefined ? `„${anzahl}“ (${element.id}) ist keine Multiplizität.` : undefined,
  ),
  each('1047', 'Vertauschen oder ändern Sie Minimum und Maximum.', ({ anzahl, element }) => {
    const count = counted(anzahl);
    return count !== undefined && count.min > count.max
      ? `In ${anzahl} (${element.id}) ist das Minimum größer als das Maximum.`
      : undefined;
  }),
  each('1118', 'Setzen Sie die Multiplizität auf 0:1.', ({ anzahl, element }, parent) =>
    isChoice(parent) && anzahl !== '0:1'
      ? `${element.id} steht in der Auswahlgruppe ${parent.id} mit ${anzahl || 'keiner Multiplizität'}.`
      : undefined,
  ),
  each('1139', 'Erlauben Sie mehrere Dateien: 0:* oder 1:*.', ({ anzahl, element }) => {
    const count = counted(anzahl);
    if (element.code('datentyp') !== 'file' || count === undefined || count.max === Infinity) return undefined;
    return `Für ${element.id} kann nur eine begrenzte Zahl von Dateien eingereicht werden (${anzahl}).`;
  }),
  each('1013', 'Verwenden Sie ein harmonisiertes oder rechtsnormgebundenes Element.', ({ element }, parent) =>
    element.code('schemaelementart') === 'ABS' ? `${element.id} in ${parent.id} ist abstrakt.` : undefined,
  ),
  {
    code: '1014',
    of: ['datenfeld'],
    fix: 'Machen Sie das Datenfeld zu einem harmonisierten oder rechtsnormgebundenen.',
    find(element, report) {
      if (element.code('schemaelementart') === 'ABS')
        report(`Das Datenfeld ${element.id} ist abstrakt.`, element.child('schemaelementart'));
    },
  },
  sized(
    '1023',
    ['datenfeldgruppe'],
    'Nehmen Sie Elemente in die Gruppe auf, oder entfernen Sie die Gruppe.',
    ({ stellen }) => stellen.length === 0,
  ),
  sized('1078', ['stammdatenschema'], 'Nehmen Sie Elemente in das Schema auf.', ({ stellen }) => stellen.length === 0),
  sized('1043', ['datenfeldgruppe'], 'Nehmen Sie eine zweite Möglichkeit auf.', (group) => isChoice(group) && group.stellen.length === 1),
  sized(
    '1106',
    ['datenfeldgruppe'],
    'Verwenden Sie das Unterelement ohne die Gruppe.',
    (group) => !isChoice(group) && group.stellen.length === 1,
  ),
  defaultField('1094', 'Entfernen Sie das Default-Datenfeld.', (count) => count > 1),
  defaultField('1095', 'Ersetzen Sie das Default-Datenfeld durch die Elemente, die gemeint sind.', (count) => count === 1),
  {
    code: '1116',
    of: baukasten,
    fix: 'Verwenden Sie ein Element, das nicht inaktiv ist.',
    find(element, report, { root }) {
      const inactive = element.status === '7' || element.status === 'inaktiv';
      if (element !== root && inactive)
        report(`${element.id} ${element.version} ist inaktiv.`, element.child('freigabestatus') ?? element.child('status'));
    },
  },
];

function sized(code: string, of: Check['of'], fix: string, wrong: (element: LintElement) => boolean): Check {
  return {
    code,
    of,
    fix,
    find(element, report) {
      if (!wrong(element)) return;
      const what = element.art === 'stammdatenschema' ? 'Das Schema' : isChoice(element) ? 'Die Auswahlgruppe' : 'Die Gruppe';
      report(`${what} ${element.id} enthält ${element.stellen.length === 0 ? 'kein Unterelement' : 'nur ein Unterelement'}.`);
    },
  };
}

function defaultField(code: string, fix: string, wrong: (count: number) => boolean): Check {
  return {
    code,
    of: container,
    fix,
    find({ stellen, id }: LintElement, report: Report) {
      const found = stellen.find(
        ({ element }) => element.id === 'F60000000001' || (element.fassung === '2.0' && element.id === 'F60000001'),
      );
      if (found !== undefined && wrong(stellen.length)) report(`${id} enthält das Default-Datenfeld.`, found.xml);
    },
  };
}
