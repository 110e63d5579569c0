/**
 * Is this the id of a municipal addition? By our convention the sub-range (Unternummernkreis) 999: a letter, two digits
 * for the Land, 999, six digits. FIM editors give out ids in ranges of their own, so that the two cannot collide.
 */
export const isMunicipalId = (id: string): boolean => /^[SGFRD]\d{2}999\d{6}$/.test(id);
