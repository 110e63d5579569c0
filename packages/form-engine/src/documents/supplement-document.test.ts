import { expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { application, fonts, textOf } from './document.test-support.js';
import { renderSupplement } from './supplement-document.js';
import type { SupplementContent } from './supplement-document.js';

const supplement = (more: Partial<SupplementContent> = {}): Uint8Array =>
  renderSupplement(
    { ...application([]), kind: 'answer', at: '2026-12-28T09:00:00.000Z', question: 'Wie groß ist der Hund?', text: '62 cm.', ...more },
    fonts,
  );

it('gives the same bytes for the same supplement', () => {
  expect(Buffer.from(supplement()).equals(supplement())).toBe(true);
});

describeWith('poppler', 'a supplement', () => {
  it('holds number, local time, question, answer and files', async () => {
    const text = await textOf(supplement({ attachments: [{ name: 'Müll ß.pdf', size: 123_456 }] }));
    for (const part of [
      'Antwort auf eine Rückfrage',
      'MS-2026-7K3M-9QXA',
      '28.12.2026 um 10:00 Uhr',
      'Wie groß ist der Hund?',
      '62 cm.',
      'Müll ß.pdf',
    ])
      expect(text).toContain(part);
  });

  it('says that the application was withdrawn', async () => {
    const text = await textOf(supplement({ kind: 'withdrawal', question: null, text: '' }));
    expect(text).toContain('Der Antrag wurde zurückgezogen.');
    expect(text).not.toContain('Frage des Amtes');
  });
});
