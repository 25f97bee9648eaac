import { together } from './together.js';

const failsAfter = async (rounds: number, why: string): Promise<never> => {
  for (let round = 0; round < rounds; round += 1) await Promise.resolve();
  throw new Error(why);
};

it('says of two statements that failed why the earlier did, whichever was heard first', async () => {
  const asked = together([failsAfter(5, 'deadlock detected'), failsAfter(1, 'current transaction is aborted')]);

  await expect(asked).rejects.toThrow('deadlock detected');
});

it('answers in the order of the statements', async () => {
  expect(await together([Promise.resolve(1), Promise.resolve('b')])).toEqual([1, 'b']);
});
