import type { Freigabestatus } from '../xdatenfelder/angaben.js';

/** XDatenfelder 2 knows three states. Released is what is released by the experts (silver, gold). */
const to2: Readonly<Record<string, Freigabestatus>> = {
  '1': 'inVorbereitung',
  '2': 'inVorbereitung',
  '3': 'inVorbereitung',
  '4': 'inVorbereitung',
  '5': 'aktiv',
  '6': 'aktiv',
  '7': 'inaktiv',
  '8': 'inaktiv',
};
const to3: Readonly<Record<string, Freigabestatus>> = { inVorbereitung: '2', aktiv: '6', inaktiv: '7' };

export const statusNames: Readonly<Record<string, string>> = {
  '1': 'in Planung',
  '2': 'in Bearbeitung',
  '3': 'Entwurf',
  '4': 'methodisch freigegeben',
  '5': 'fachlich freigegeben (silber)',
  '6': 'fachlich freigegeben (gold)',
  '7': 'inaktiv',
  '8': 'vorgesehen zum Löschen',
};

export const statusIn2 = (status: Freigabestatus | undefined): Freigabestatus => to2[status ?? ''] ?? 'inVorbereitung';
export const statusIn3 = (status: Freigabestatus | undefined): Freigabestatus => to3[status ?? ''] ?? '2';

/** Would the way back lead to another status? */
export const losesStatus = (status: Freigabestatus): boolean => statusIn3(statusIn2(status)) !== status;
