import { inBatches } from './in-batches.js';

/** Work that ends when it is told to, one batch after the other. */
function heldWork() {
  const batches: (readonly string[])[] = [];
  const ends: ((failure?: Error) => void)[] = [];
  const work = (items: readonly string[]): Promise<void> => {
    batches.push(items);
    return new Promise((resolve, reject) =>
      ends.push((failure) => (failure === undefined ? resolve() : reject(failure))),
    );
  };
  return { batches, work, end: async (failure?: Error) => (ends.shift()?.(failure), await settled()) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('begins at once with what is there, and hands over together what comes meanwhile', async () => {
  const { batches, work, end } = heldWork();
  const add = inBatches(work);

  const first = [add('a'), add('b')];
  await settled();
  const second = [add('c'), add('d'), add('e')];
  await settled();
  expect(batches).toEqual([['a', 'b']]);

  await end();
  await Promise.all(first);
  expect(batches.slice(1)).toEqual([['c', 'd', 'e']]);

  await end();
  await Promise.all(second);
});

it('tells those of a batch that failed, and goes on with the next one', async () => {
  const { work, end } = heldWork();
  const add = inBatches(work);

  const failed = Promise.allSettled([add('a')]);
  await settled();
  const next = add('b');
  await end(new Error('Connection lost'));
  await end();

  expect(await failed).toMatchObject([{ status: 'rejected', reason: { message: 'Connection lost' } }]);
  await next;
});
