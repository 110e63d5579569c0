import type { Workflow } from '@serviceportal/form-engine';

/** Whoever applies has to sign in: the service says so, or has to tell the two people apart who sign. */
export const demandsAccount = ({ identify, coSign }: Workflow): boolean => identify?.required === true || coSign?.distinctIdentity === true;
