// The municipality whose one service is the form of three pages, with these targets.
export const configurationWith = (targets) => ({
  name: 'Stadt Messhausen',
  referencePrefix: 'MH',
  ars: '059700000000',
  land: 'NW',
  demonstration: true,
  contact: { office: 'Rathaus' },
  legal: { imprint: { file: '' }, privacy: { file: '' }, accessibility: { file: '' } },
  services: [{ package: 'drei-seiten', targets }],
  limits: { requestsPerMinute: 100_000_000, startsPerMinute: 100_000_000 },
});
