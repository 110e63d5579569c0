import type { ApplicationState, Language, StateView } from '@serviceportal/form-engine';
import { isPortalTextKey, portalText } from './portal-text.js';

const tones: Partial<Record<ApplicationState, StateView['tone']>> = {
  'information-requested': 'warning',
  decided: 'success',
  closed: 'success',
  withdrawn: 'warning',
};

/** A state in words for the citizen. */
export function stateView(state: ApplicationState, language: Language): StateView {
  const key = `state.${state}`;
  return { label: portalText(language, isPortalTextKey(key) ? key : 'state.other'), tone: tones[state] ?? 'info' };
}

/** What the state means, and whether there is anything to do. */
export function stateExplanation(state: ApplicationState, language: Language): string {
  const key = `explain.${state}`;
  return portalText(language, isPortalTextKey(key) ? key : 'explain.other');
}
