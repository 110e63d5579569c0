/**
 * Says how far an upload has come. The form is sent as it would be anyway; where that fails, it stays as it is, with the files
 * chosen, and can be sent again. `begin` makes a form ready that came with the answer.
 */
export function showUploadProgress(form: HTMLFormElement, begin: (page: ParentNode) => void): void {
  const place = form.querySelector<HTMLElement>('[data-progress]');
  let sending = false;

  form.addEventListener('submit', (event) => {
    if (sending) return event.preventDefault();
    const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some((input) => (input.files?.length ?? 0) > 0);
    if (!place || !files) return;
    event.preventDefault();
    send(place, event.submitter);
  });

  function send(place: HTMLElement, button: HTMLElement | null): void {
    const data = new FormData(form);
    if (button instanceof HTMLButtonElement && button.name !== '') data.append(button.name, button.value);
    const bar = place.querySelector('progress');
    const status = place.querySelector('[role=status]');
    let said = -1;
    const say = (text: string | undefined): void => {
      if (status) status.textContent = text ?? '';
    };
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = total > 0 ? Math.floor((100 * loaded) / total) : 0;
      if (bar) bar.value = percent;
      // Not each percent: it is read aloud.
      if (Math.floor(percent / 25) === said) return;
      said = Math.floor(percent / 25);
      say(place.dataset['progress']?.replace('#', String(percent)));
    });
    request.addEventListener('load', () => {
      sending = false;
      if (!showAnswer(request, begin)) failed();
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, failed);
    sending = true;
    place.hidden = false;
    request.open('POST', form.getAttribute('action') ?? '');
    request.send(data);

    function failed(): void {
      sending = false;
      say(place.dataset['failed']);
    }
  }
}

/** Goes where the answer leads, or shows the same page with its mistakes. False where there is no page in it. */
function showAnswer({ responseURL, responseText }: XMLHttpRequest, begin: (page: ParentNode) => void): boolean {
  const address = new URL(responseURL);
  if (address.pathname !== location.pathname) {
    location.assign(address);
    return true;
  }
  const answer = new DOMParser().parseFromString(responseText, 'text/html');
  const main = answer.querySelector('main');
  if (!main) return false;
  document.title = answer.title;
  document.querySelector('main')?.replaceWith(document.adoptNode(main));
  begin(main);
  (main.querySelector<HTMLElement>('#fehler') ?? main).focus();
  return true;
}
