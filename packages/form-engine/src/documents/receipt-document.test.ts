import { expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { application, ask, fonts, textOf } from './document.test-support.js';
import { renderReceipt } from './receipt-document.js';
import type { ReceiptContent } from './receipt-document.js';

const receipt = (more: Partial<ReceiptContent> = {}): Uint8Array =>
  renderReceipt(
    {
      ...application([]),
      retrievalCode: 'K7QM-3XWT-9ZPA',
      nextSteps: ['Wir prüfen Ihre Angaben.', 'Sie erhalten einen Bescheid.'],
      ...more,
    },
    fonts,
  );

it('gives the same bytes each time', () => {
  expect(Buffer.from(receipt()).equals(receipt())).toBe(true);
});

describeWith('poppler', 'the receipt', () => {
  it('says what arrived when, under which number and code, what comes next and whom to ask', async () => {
    const text = await textOf(receipt({ attachments: [{ name: 'Nachweis.pdf', size: 5_000_000 }] }));
    for (const part of [
      'Ihr Antrag ist eingegangen',
      'Dienst Hund anmelden',
      'Vorgangsnummer MS-2026-7K3M-9QXA',
      'Eingegangen am 24.12.2026 um 14:30 Uhr',
      'Abrufcode K7QM-3XWT-9ZPA',
      '1. Wir prüfen Ihre Angaben. 2. Sie erhalten einen Bescheid.',
      'Nachweis.pdf (5 MB)',
      'Telefon 02999 123-0',
    ])
      expect(text).toContain(part);
  });

  it('speaks the language of the citizen, and says so', async () => {
    const pdf = receipt({ language: 'en' });
    expect(await textOf(pdf)).toContain('Retrieval code K7QM-3XWT-9ZPA');
    expect(await textOf(pdf)).not.toContain('Abrufcode');
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (en)');
    expect(await ask(pdf, 'pdfinfo', 'FILE')).toMatch(/Title: +Receipt: Hund anmelden/);
  });
});
