import { meetingOfLetter } from './meeting-of-letter.js';

const known = { motedato: '2026-12-15', moteklokke: '17.30', motested: ' Treffstedet ' };
const timeOf = (more: Parameters<typeof meetingOfLetter>[1]) =>
  meetingOfLetter('medvirkning', { ...known, ...more })?.time;

it('is one hour at the time and place that the case knows', () => {
  expect(meetingOfLetter('medvirkning', known)).toEqual({
    kind: 'medvirkning',
    time: { on: '2026-12-15', at: '17:30', minutes: 60, place: 'Treffstedet' },
  });
});

it.each([
  ['17', '17:00'],
  ['8.15', '08:15'],
  ['08:15', '08:15'],
  ['24.00', undefined],
  ['17.60', undefined],
  ['kveld', undefined],
  [null, undefined],
])('at %s is at %s by the clock', (moteklokke, at) => {
  expect(timeOf({ moteklokke })?.at).toBe(at);
});

it('is none without a day, nor where people answer in writing', () => {
  expect(timeOf({ motedato: null })).toBeUndefined();
  expect(timeOf({ motedato: 'snart' })).toBeUndefined();
  expect(timeOf({ form: 'skriftlig' })).toBeUndefined();
  expect(meetingOfLetter(undefined, known)).toBeUndefined();
});

it('of a kind that nobody knows is refused', () => {
  expect(() => meetingOfLetter('kaffe', known)).toThrow("but it says 'kaffe'");
});
