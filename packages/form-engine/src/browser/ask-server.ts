/** The answers as they stand in the form, without files, for a page that is only shown again. */
export function answersOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams({ _show: '1' });
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body;
}

/** The form as the server shows it for these answers; null where it answers with anything else. */
export async function answeredForm(form: HTMLFormElement, body: URLSearchParams, signal: AbortSignal): Promise<HTMLFormElement | null> {
  const response = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body, signal, redirect: 'error' });
  if (!response.ok) return null;
  return new DOMParser().parseFromString(await response.text(), 'text/html').querySelector<HTMLFormElement>('form[data-live]');
}
