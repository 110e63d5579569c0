import { displayValue, uiText } from '@serviceportal/form-engine';
import type { AnswerRow, FieldNode } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { changeDraft } from '../../applications/change-draft.js';
import type { Draft } from '../../applications/draft.js';
import { earlierApplication } from '../../applications/prefill/earlier-application.js';
import { fitting, withPrefilled } from '../../applications/prefill/with-prefilled.js';
import type { Portal } from '../../portal.js';
import { seeOther } from '../../security/see-other.js';
import { serviceWords } from '../service-words.js';
import { requireDraft, sendPage } from '../citizen-request.js';
import { formFields } from '../form-fields.js';
import { gone } from '../posted.js';
import { afterStart } from './after-start.js';
import { questionLabel } from './question-label.js';

export const takeOverAddress = (draftId: string, earlierId: string): string => `/antrag/${draftId}/uebernehmen?von=${earlierId}`;

/** `GET /antrag/:id/uebernehmen?von=…`: shows what another application of this browser says about the person, and asks. */
export function offerTakeOver(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { visit, draft } = await requireDraft(portal, request);
    const earlier = await earlierApplication(portal.office, visit, idIn(request.query['von']), draft);
    if (!earlier) return seeOther(response, afterStart(portal, draft));
    const { service, content } = draft;
    const wording = service.wording(content.language);
    const { taken } = fitting(portal.office, service, content, earlier.offers);
    const rows = taken.map(({ offer: { position }, value }) => ({
      label: questionLabel(position, wording),
      part: wording.label(position),
      value: displayValue(position.node as FieldNode, value, wording),
    }));
    const { title } = serviceWords(service.package, content.language);
    const view = {
      serviceTitle: title,
      name: earlier.name,
      rows: joined(rows),
      action: `/antrag/${draft.id}/uebernehmen`,
      from: earlier.id,
    };
    sendPage(portal, request, response, 'take-over', view, {
      title: `${uiText(content.language, 'prefill.offerTitle')} – ${title}`,
      language: content.language,
      personal: true,
      breadcrumb: [{ label: title, href: `/${service.package.key}` }],
    });
  };
}

/** `POST /antrag/:id/uebernehmen`: `uebernehmen` is `ja` or `nein`. */
export function takeOver(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { visit, draft } = await requireDraft(portal, request);
    const { von, uebernehmen } = formFields(request.body);
    if (uebernehmen !== 'ja') return seeOther(response, afterStart(portal, draft));
    const earlier = await earlierApplication(portal.office, visit, idIn(von), draft);
    if (!earlier) return seeOther(response, afterStart(portal, draft));
    const { office } = portal;
    const changed = await changeDraft(office, visit, draft, ({ service, content }: Draft) =>
      withPrefilled(office, service, content, earlier.offers),
    );
    if (!changed) throw gone();
    seeOther(response, afterStart(portal, changed.draft));
  };
}

const idIn = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 60) : '');

/** The parts of a date stand in one row: "7. 3. 1985". */
function joined(rows: readonly { readonly label: string; readonly part: string; readonly value: string }[]): AnswerRow[] {
  const byLabel = new Map<string, string[]>();
  for (const { label, part, value } of rows) {
    const key = label === part ? `${label}\n${byLabel.size}` : label;
    byLabel.set(key, [...(byLabel.get(key) ?? []), value]);
  }
  return [...byLabel].map(([key, values]) => ({
    label: { text: key.split('\n')[0] ?? key, lang: null },
    value: values.length > 1 ? values.join('.') : (values[0] ?? ''),
    origin: null,
    fim: '',
  }));
}
