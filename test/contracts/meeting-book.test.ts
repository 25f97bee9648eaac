import type { MeetingToSay } from '../../src/runtime/meeting-ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresMeetingBook } from '../../src/store/notices/postgres-meeting-book.js';
import { kari, start } from '../support/contract-commands.js';
import { createPostgresWorld, orkland, trondheim, type PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let book: PostgresMeetingBook;
beforeEach(async () => {
  world = await createPostgresWorld();
  book = new PostgresMeetingBook(world.pool);
  await world.store.change(trondheim, [start(sak)]);
}, 180_000);
afterEach(() => world.stop());

const sak = idOf<'ProcessInstance'>('sak-1');
const [siv, bjorn] = [idOf<'Actor'>('siv'), idOf<'Actor'>('bjorn')];
const said: MeetingToSay = {
  ...{ tenant: trondheim, id: 'm1', processInstanceId: sak, kind: 'visning', invited: [siv], cause: 'c1' },
  time: { on: '2026-12-15', at: '17:00', minutes: 60, place: 'Lade' },
};
const later = { ...said, cause: 'c2', time: { ...said.time, at: '18:00' } };

it('is news once, none when it is said again, and a change counts one up', async () => {
  const news = async (meeting: MeetingToSay) => {
    const { news: is, meeting: now } = await book.say(meeting);
    return [is, now.sequence, now.time.at];
  };

  expect(await news(said)).toEqual(['invited', 0, '17:00']);
  expect(await news({ ...said, cause: 'c3' })).toEqual(['none', 0, '17:00']);
  expect(await news(later)).toEqual(['changed', 1, '18:00']);
});

it('is the same news to the same cause, which may not have told anybody', async () => {
  const first = await book.say(said);
  const again = await book.say(said);
  await book.say(later);

  expect([again, (await book.say(later)).news]).toEqual([first, 'changed']);
});

it('said by ten at the same moment is one meeting that one of them has to tell of', async () => {
  const causes = Array.from({ length: 10 }, (_, number) => ({ ...said, cause: `c${number}` }));

  const news = (await Promise.all(causes.map((one) => book.say(one)))).map((one) => one.news);

  expect(news.filter((one) => one === 'invited')).toHaveLength(1);
  expect(news.filter((one) => one === 'none')).toHaveLength(9);
});

it('keeps everybody who was ever invited, since each of them has it in a calendar', async () => {
  await book.say(said);

  const { meeting, news } = await book.say({ ...said, cause: 'c2', invited: [bjorn] });

  expect([news, meeting.invited]).toEqual(['changed', [siv, bjorn]]);
});

it('is called off once, as what was last said, and comes back by being said again', async () => {
  const { meeting } = await book.say(said);
  await book.say(later);

  expect(await book.callOff(meeting)).toBe(false);
  expect(await book.callOff({ ...meeting, sequence: 1 })).toBe(true);
  expect(await book.callOff({ ...meeting, sequence: 2 })).toBe(false);
  expect(await book.find(trondheim, 'm1')).toMatchObject({ sequence: 2, cancelled: true });
  expect(await book.say({ ...later, cause: 'c3' })).toMatchObject({
    news: 'changed',
    meeting: { sequence: 3, cancelled: false },
  });
});

it('is moot where its case has ended and it is still to come, and known in its own municipality only', async () => {
  await book.say(said);
  await book.say({ ...said, id: 'm2', time: { on: '2026-11-01', minutes: 60 } });
  const mootIds = async () => (await book.moot(trondheim, 9)).map(({ id }) => id);
  expect(await mootIds()).toEqual([]);

  const command = { type: 'CancelProcessInstance', reason: 'Feil', actor: kari } as const;
  await world.store.change(trondheim, [{ tenant: trondheim, processInstanceId: sak, command }]);

  expect(await mootIds()).toEqual(['m1']);
  expect([await book.moot(orkland, 9), await book.find(orkland, 'm1')]).toEqual([[], undefined]);
});
