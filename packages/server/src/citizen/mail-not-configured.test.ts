import { expect, it } from '@jest/globals';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';

it('shows nothing of it where no mail server is configured, and does not start without the address of the portal', async () => {
  const quiet = await startSmallPortal();
  try {
    const { browser, page, id } = await begin(quiet.base);
    const check = await send(browser, await send(browser, await send(browser, page, { 'G1/F1': 'Ada', 'G1/F2': 'false' }), {}), {});
    const done = await send(browser, check, {}, '/absenden');
    expect(done.html.textContent).not.toContain('E-Mail');
    expect((await browser.get(`/antrag/${id}/stand`)).html.textContent).not.toContain('E-Mail');
    expect((await browser.get(`/antrag/${id}/stand/e-mail`)).status).toBe(404);
  } finally {
    await quiet.close();
  }
  const notification = { connector: 'smtp', host: 'mail.probe.example', sender: { address: 'a@probe.example' } };
  await expect(startSmallPortal({ changes: { notification } })).rejects.toThrow('baseUrl');
});
