const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The calendar day of an instant where the portal stands, as ISO date: what rules reckon ages from. */
export const dayOf = (instant: Date): string => berlin.format(instant);
