import type { JsonObject } from '../../shared/json.js';
import { idOf } from '../../shared/id.js';
import type { Job } from './job-handler.js';
import { JobRegistry } from './job-registry.js';
import { JobWorker, workersOf } from './job-worker.js';

const job: Job = {
  tenant: idOf('trondheim'),
  key: 'sak-1/job-7',
  processInstanceId: idOf('sak-1'),
  node: 'send',
  headers: {},
  variables: { navn: 'Siv' },
  at: '2026-11-23T08:00:00.000Z',
};

class Letters {
  constructor(private readonly greeting: string) {}

  @JobWorker('send-brev', { retries: 2, timeout: 'PT20S' })
  async send({ variables }: Job): Promise<JsonObject> {
    return { brev: `${this.greeting} ${String(variables['navn'])}` };
  }

  @JobWorker('arkiver')
  async file(): Promise<JsonObject> {
    return {};
  }
}

it('makes workers of the marked methods of a service, with their terms, and calls them on the service itself', async () => {
  const [send, file] = workersOf(new Letters('Kjære'));

  expect([send, file]).toMatchObject([{ type: 'send-brev', retries: 2, timeout: 'PT20S' }, { type: 'arkiver' }]);
  expect(await send?.run(job)).toEqual({ brev: 'Kjære Siv' });
});

it('finds the worker of a type, and none where no method is marked', () => {
  const registry = new JobRegistry();
  registry.add(new Letters('Hei'));
  registry.add({ send: async () => ({}) });

  expect(registry.types).toEqual(['send-brev', 'arkiver']);
  expect(registry.find('send-brev')?.retries).toBe(2);
  expect(registry.find('ring')).toBeUndefined();
});

it('refuses two workers of one type', () => {
  const registry = new JobRegistry();
  registry.add(new Letters('Hei'));

  expect(() => registry.add(new Letters('Hallo'))).toThrow("one worker for jobs of type 'send-brev'");
});

it.each([
  [{ retries: 0 }, 'from 1 to 5'],
  [{ retries: 6 }, 'from 1 to 5'],
  [{ timeout: 'PT41S' }, 'at most 40 seconds'],
  [{ timeout: 'PT0S' }, 'at most 40 seconds'],
])('refuses a worker whose terms cannot be kept: %j', (terms, reason) => {
  expect(() => new JobRegistry().register({ type: 'x', run: async () => ({}), ...terms })).toThrow(reason);
});
