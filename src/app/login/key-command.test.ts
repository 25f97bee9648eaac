import { parseKeyCommand } from './key-command.js';

const secret = `bf_0123456789ab_${'s'.repeat(43)}`;

it('reads what is wanted of the keys', () => {
  const create = 'create --actor ada --name drift --days 90'.split(' ');

  expect(parseKeyCommand(create)).toEqual({ kind: 'create', actor: 'ada', name: 'drift', days: 90 });
  expect(parseKeyCommand(['list'])).toEqual({ kind: 'list' });
  expect(parseKeyCommand(['revoke', '0123456789ab'])).toEqual({ kind: 'revoke', id: '0123456789ab' });
});

it.each([
  ['no end', 'create --actor ada --name drift'],
  ['an end after 366 days', 'create --actor ada --name drift --days 366'],
  ['an end after 0 days', 'create --actor ada --name drift --days 0'],
  ['nobody it acts as', 'create --name drift --days 90'],
  ['no id to revoke', 'revoke'],
  ['a secret among the words', `revoke 0123456789ab ${secret}`],
  ['a secret as an option', `create --key=${secret}`],
])('refuses %s, and repeats nothing of what was written', (_, words) => {
  const command = parseKeyCommand(words.split(' '));

  expect(command).toHaveProperty('problem');
  expect(JSON.stringify(command)).not.toContain(secret);
});
