import { allowedEvents, uiText } from '@serviceportal/form-engine';
import type { ApplicationState, Language, LetterView, StatusView } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { stateOf } from '../applications/application.js';
import { lettersOf } from '../applications/letters.js';
import type { Letter } from '../applications/letters.js';
import type { Portal } from '../portal.js';
import { eventsOf } from '../storage/events.js';
import type { ApplicationEvent } from '../storage/events.js';
import { portalText } from '../texts/portal-text.js';
import { stateExplanation, stateView } from '../texts/state-text.js';
import type { CaseAccess, CitizenCase } from './case-access.js';
import { sendPage } from './citizen-request.js';
import { forgetAddress } from './forget-device.js';
import { languageOf } from './language.js';
import { timeIn } from './local-time.js';
import { mailSection } from './mail-section.js';
import { serviceWords } from './service-words.js';

/** `GET …/stand`: how the application stands, what the office asks, and what the citizen can do. */
export function status(portal: Portal, access: CaseAccess): RequestHandler {
  return async (request, response) => {
    const found = await access(portal, request);
    const { row, base } = found;
    const { office } = portal;
    const language = languageOf(request, portal.cookies);
    const state = stateOf(row);
    const may = allowedEvents(state, 'citizen');
    const view: StatusView = {
      serviceTitle: await serviceTitle(portal, found, language),
      reference: row.reference,
      submittedAt: timeIn(row.submitted_at, language),
      state: stateView(state, language),
      explanation: stateExplanation(state, language),
      letters: (await lettersOf(office, row)).flatMap((letter) => letterView(letter, found, language)),
      answerHref: may.includes('provide-information') ? `${base}/antwort` : null,
      withdrawHref: may.includes('withdraw') ? `${base}/ruecknahme` : null,
      steps: stepsOf(state, await eventsOf(office.database, row.id), language),
      documents: documentsOf(found, language),
      mail: await mailSection(portal, found),
      forgetAction: forgetAddress,
    };
    sendPage(portal, request, response, 'status', view, { title: portalText(language, 'statusLookup'), language, personal: true });
  };
}

/** Title of the service in a language; its key where the package is missing. */
export async function serviceTitle({ office }: Portal, { row }: CitizenCase, language: Language): Promise<string> {
  const service = await office.services.byDigest(row.package_digest);
  return service ? serviceWords(service.package, language).title : row.package_key;
}

/** What a citizen wrote is shown to the browser from which the application came; others see that there was an answer. */
function letterView({ kind, text, at, files }: Letter, { own }: CitizenCase, language: Language): LetterView[] {
  if (kind === 'withdrawal') return [];
  const shown = own || kind === 'question';
  return [{ kind, at: timeIn(at, language), text: shown ? text : null, files: shown ? files.map(({ name }) => name) : [] }];
}

function documentsOf({ base, own }: CitizenCase, language: Language): StatusView['documents'] {
  if (!own) return [];
  return [
    { label: uiText(language, 'submitted.pdf'), href: `${base}/antrag.pdf` },
    { label: uiText(language, 'submitted.receipt'), href: `${base}/quittung.pdf` },
  ];
}

const way: readonly ApplicationState[] = ['submitted', 'received', 'in-review', 'decided', 'closed'];

/** What happened, then what is still ahead on the usual way. */
function stepsOf(state: ApplicationState, events: readonly ApplicationEvent[], language: Language): StatusView['steps'] {
  const past = events.flatMap((event) => {
    const reached = event.data['state'];
    return typeof reached === 'string' ? [{ state: reached as ApplicationState, at: event.at }] : [];
  });
  const done = past.map((step, index) => ({
    label: stateView(step.state, language).label,
    at: timeIn(step.at, language),
    state: index === past.length - 1 ? ('current' as const) : ('done' as const),
  }));
  const ahead = way.includes(state) ? way.slice(way.indexOf(state) + 1) : [];
  return [...done, ...ahead.map((next) => ({ label: stateView(next, language).label, at: null, state: 'ahead' as const }))];
}
