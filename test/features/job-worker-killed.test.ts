import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApiWorld } from '../support/api-world.js';
import { beginArchiving, letOthersArchive } from '../support/archiving-case.js';
import { trondheim } from '../support/store-world.js';

/** Takes what is sent, by key; answers nobody until it is told to. */
async function startReceiver() {
  const arrivals: string[] = [];
  const waiting: ServerResponse[] = [];
  let [isOpen, hear] = [false, (): void => undefined];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    arrivals.push(String(request.headers['x-key']));
    if (isOpen) response.end();
    else waiting.push(response);
    hear();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    arrived: (count: number) =>
      new Promise<void>((resolve) => {
        hear = () => void (arrivals.length >= count && resolve());
        hear();
      }),
    open: () => void (isOpen = true),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('a worker killed by SIGKILL in the middle of a job loses it to another one after the lease of 60 s: done once', async () => {
  const world = await createApiWorld();
  const receiver = await startReceiver();
  await letOthersArchive(world);
  const processInstanceId = await beginArchiving(world, 'arkivsak-1');
  const env = {
    ...process.env,
    BOLIGFLYT_URL: world.address,
    BOLIGFLYT_HEADERS: JSON.stringify({ 'x-test-person': 'robot+jobbarbeider' }),
  };
  const startWorker = (): ChildProcess =>
    spawn(process.execPath, ['docs/job-worker-example.mjs', 'arkiver', receiver.url], { env });

  const killed = startWorker();
  await receiver.arrived(1);
  killed.kill('SIGKILL');
  await once(killed, 'close');
  expect((await world.ports.jobBook.list(trondheim, 'leased')).map(({ attempts }) => attempts)).toEqual([1]);

  receiver.open();
  await world.ports.demo?.travel.advance(trondheim, { period: 'PT60S' });
  const heir = startWorker();
  await receiver.arrived(2);
  const isDone = async () => (await world.ports.jobBook.list(trondheim, 'done')).length === 1;
  while (!(await isDone()));
  heir.kill('SIGKILL');
  await once(heir, 'close');

  // Both attempts came under one key, so the receiver has one effect of them; the case has one answer.
  expect(receiver.arrivals).toHaveLength(2);
  expect(new Set(receiver.arrivals).size).toBe(1);
  const journal = await world.ports.cases.journal(trondheim, processInstanceId);
  expect(journal.filter(({ event }) => event.type === 'JobCompleted')).toHaveLength(1);
  expect((await world.ports.cases.find(trondheim, processInstanceId))?.state).toBe('completed');
  receiver.stop();
  await world.stop();
}, 180_000);
