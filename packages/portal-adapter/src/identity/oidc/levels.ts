import type { AssuranceLevel } from '@serviceportal/form-engine';

/** Names of levels that are in use: STORK QAA as BundID writes it, and eIDAS (Implementing Regulation (EU) 2015/1502). */
export const knownLevels: Readonly<Record<string, AssuranceLevel>> = {
  'STORK-QAA-Level-1': 'basic',
  'STORK-QAA-Level-2': 'low',
  'STORK-QAA-Level-3': 'substantial',
  'STORK-QAA-Level-4': 'high',
  'http://eidas.europa.eu/LoA/low': 'low',
  'http://eidas.europa.eu/LoA/substantial': 'substantial',
  'http://eidas.europa.eu/LoA/high': 'high',
};

/** How a least level is asked for (`acr_values`), if nothing else is configured. */
export const storkOf: Readonly<Record<AssuranceLevel, string>> = {
  basic: 'STORK-QAA-Level-1',
  low: 'STORK-QAA-Level-2',
  substantial: 'STORK-QAA-Level-3',
  high: 'STORK-QAA-Level-4',
};
