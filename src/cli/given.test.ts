import { UsageError } from './failure.js';
import { needed, pairOf, parseGiven, requireYes } from './given.js';

const options = { reason: 'text', start: 'texts', yes: 'flag', to: 'text' } as const;
const secret = `bf_0123456789ab_${'s'.repeat(43)}`;

it('reads words, options with one value and with several, and those without, in any order', () => {
  const given = parseGiven(['--start', 'vurder', 'sak-1', '--yes', '--start=godkjenn', '--to', '2'], options);

  expect(given.words).toEqual(['sak-1']);
  expect(given.texts('start')).toEqual(['vurder', 'godkjenn']);
  expect([given.flag('yes'), given.number('to'), given.text('reason')]).toEqual([true, 2, undefined]);
});

it.each([
  ['an unknown option', ['--key', secret]],
  ['an unknown option with its value', [`--key=${secret}`]],
  ['an option without its value', ['--reason']],
  ['a value that looks like an option', ['--reason', `-${secret}`]],
  ['a flag with a value', [`--yes=${secret}`]],
])('refuses %s, and repeats no value', (_, args) => {
  const read = (): unknown => parseGiven(args, options);

  expect(read).toThrow(UsageError);
  expect(read).not.toThrow(secret);
});

it('names the option that is wrong', () => {
  expect(() => parseGiven(['--resaon', 'x'], options)).toThrow('--resaon');
  expect(() => parseGiven(['--to', 'to'], options).number('to')).toThrow('--to to be a whole number');
  expect(() => needed(parseGiven(['--reason', ' '], options), 'reason')).toThrow('--reason');
  expect(() => pairOf('move', 'vurder')).toThrow('--move to be <from>=<to>');
});

it('wants --yes for what cannot be undone', () => {
  expect(() => requireYes(parseGiven([], options), 'deleting a case')).toThrow('Expected --yes: deleting a case');
  expect(() => requireYes(parseGiven(['--yes'], options), 'deleting a case')).not.toThrow();
});
