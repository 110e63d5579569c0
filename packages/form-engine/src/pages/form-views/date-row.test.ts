import { expect, it } from '@jest/globals';
import { field, formOf, german, group, rule, self } from '../../form/form.test-support.js';
import { evaluate } from '../../rules/evaluate.js';
import { answerSections } from './answer-sections.js';

const part = (id: string, label: string) => field(id, { label, type: 'integer', min: 0 });
const birth = group(
  'G2',
  [part('F60000000231', 'Tag (sofern bekannt)'), part('F60000000232', 'Monat (sofern bekannt)'), part('F60000000233', 'Jahr')],
  { label: 'Geburtsdatum' },
);
const noDay = rule('G1', { effect: 'forbid', target: 'self.G2.F60000000231', condition: { equal: [self('F1'), 'Eva'] } });
const form = formOf([group('G1', [field('F1'), birth, field('F2')])], { rules: [noDay] });

function shown(date: Record<string, number>, name = 'Ada') {
  const source = {
    form,
    evaluation: evaluate(form, { G1: { F1: name, G2: date, F2: 'Rom' } }),
    wording: german(form),
    prefilled: undefined,
  };
  return answerSections(source as never, { changeHref: () => null, fimIds: true }).flatMap(({ rows }) => rows);
}

it('shows a date that was asked for in parts as one, where it was asked for', () => {
  const rows = shown({ F60000000231: 2, F60000000232: 8, F60000000233: 1984 });
  expect(rows.map(({ value }) => value)).toEqual(['Ada', '02.08.1984', 'Rom']);
  expect(rows[1]?.label.text).toBe('Geburtsdatum');
  expect(rows[1]?.fim).toMatch(/F60000000231.*F60000000233/);
});

it('shows what is known of it', () => {
  expect(shown({ F60000000232: 8, F60000000233: 1984 })[1]?.value).toBe('08.1984');
  expect(shown({ F60000000233: 1984 })[1]?.value).toBe('1984');
  expect(shown({}).map(({ value }) => value)).toEqual(['Ada', 'Rom']);
});

it('names the parts where they form no date', () => {
  expect(shown({ F60000000231: 2, F60000000233: 1984 })[1]?.value).toBe('Tag (sofern bekannt): 2, Jahr: 1984');
  expect(shown({ F60000000231: 2 })[1]?.value).toBe('Tag (sofern bekannt): 2');
});

it('leaves out a part that is no longer asked', () => {
  expect(shown({ F60000000231: 2, F60000000232: 8, F60000000233: 1984 }, 'Eva')[1]?.value).toBe('08.1984');
});
