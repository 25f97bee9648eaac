import { offerInWords } from './offer-in-words.js';

it('tells the homes of an offer and when each was shown; one of which nobody wrote the day has none', () => {
  const variables = {
    alternativer: ['Småhus tun 3', { id: 'gam-2a', navn: 'Gamle Oslovei 2A' }],
    visninger: [{ bolig: 'Småhus tun 3', visningOn: '2026-11-24', merknad: null }, { bolig: 'Gamle Oslovei 2A' }, {}],
  };

  expect(offerInWords(variables)).toEqual({
    alternatives: ['Småhus tun 3', 'Gamle Oslovei 2A'],
    viewings: [{ home: 'Småhus tun 3', on: '2026-11-24' }, { home: 'Gamle Oslovei 2A' }],
  });
});

it('tells nothing of an offer for which nobody has chosen homes yet', () => {
  expect(offerInWords({})).toEqual({ alternatives: [], viewings: [] });
});
