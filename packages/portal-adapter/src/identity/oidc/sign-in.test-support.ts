/** What a person's browser does at the stand-in: opens the page, chooses, and is sent back. Gives the address that it is sent to. */
export async function signInAt(address: string, person: string | null): Promise<URL> {
  const page = await fetch(address, { redirect: 'manual' });
  if (page.status === 303) return new URL(page.headers.get('location') ?? '');
  const request = /name="request" value="([\w-]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new URLSearchParams(person === null ? { request, action: 'cancel' } : { request, person, action: 'login' });
  const answer = await fetch(new URL('/authorize', address), { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}
