import { passedOver } from './round-record.js';

const round = (...outcomes: readonly (string | undefined)[]) =>
  outcomes.map((outcome, index) => ({ place: index + 1, outcome }));

const placesOf = (entries: readonly { readonly place: number }[]) => entries.map(({ place }) => place);

describe('who is passed over in a round', () => {
  it.each([
    ['nobody where nobody got an offer', round('uendret', 'opp'), []],
    ['nobody where the first got the offer', round('tilbud', 'uendret'), []],
    ['those above the last who got an offer', round('uendret', 'tilbud', 'ned', 'tilbud', 'uendret'), [1, 3]],
    ['not who is off the list or on hold', round('ut', 'satt-pa-vent', 'uendret', 'tilbud'), [3]],
    ['those of whom nothing is said yet, too', round(undefined, 'tilbud'), [1]],
  ])('are %s', (_who, entries, places) => {
    expect(placesOf(passedOver(entries))).toEqual(places);
  });
});
