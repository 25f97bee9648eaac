import { createStopOrder } from './stop-order.js';

it('stops the last that was started first, once, also past a part that fails', async () => {
  const stopped: string[] = [];
  const failures: unknown[] = [];
  const order = createStopOrder((error) => failures.push(error));
  order.add(() => void stopped.push('postgres'));
  order.add(() => Promise.reject(new Error('stuck')));
  order.add(async () => void stopped.push('web'));

  await Promise.all([order.stopAll(), order.stopAll()]);

  expect(stopped).toEqual(['web', 'postgres']);
  expect(failures).toEqual([new Error('stuck')]);
});
