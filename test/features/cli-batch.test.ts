import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { idOf } from '../../src/shared/id.js';
import { createApiWorld, workflowFiles } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';
import { completeTask, deployMoves, nodesOf, startMoves } from '../support/operated-cases.js';
import { runCli } from '../support/run-cli.js';

let world: ApiWorld;
let folder: string;
let key: string;
beforeAll(async () => {
  world = await createApiWorld();
  await deployMoves(world);
  folder = await mkdtemp(path.join(tmpdir(), 'boligflyt-cli-'));
  key = (await world.keyOf('ada')).secret;
}, 180_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.stop();
});

const letGo = async (id: string): Promise<void> => {
  await world.as('ada').post(`batches/${id}/resume`).expect(200);
  await world.settle();
};
const cli = (...args: readonly string[]) => runCli(args, { url: world.address, key });

describe('a batch from the command line', () => {
  it('is waited for: progress while it goes, 1 when one of 3 cases is refused, and why', async () => {
    const ids = await startMoves(world, 3);
    await completeTask(world, ids[1] ?? idOf(''));
    const selection = ids.flatMap((id) => ['--id', id]);

    const waiting = await cli(
      'batch',
      'start',
      'migrate',
      '--to',
      '2',
      '--reason',
      'Ny versjon',
      ...selection,
      '--paused',
      '--json',
    );
    const { id } = JSON.parse(waiting.out);

    let goOn: Promise<void> | undefined;
    const onRemark = (): void => void (goOn ??= letGo(id));
    const ended = await runCli(['batch', 'show', id, '--wait'], { url: world.address, key, onRemark });
    await goOn;

    expect(ended.code).toBe(1);
    expect(ended.remarks).toMatch(/^stoppet: 0 av 3, 0 mislyktes\n[^]*^ferdig: 3 av 3, 1 mislyktes\n/m);
    expect(ended.remarks).toMatch(new RegExp(`${ids[1]}: .+operation-impossible\\)\\n {2}godkjenn: node-missing`));
    expect(ended.out).toMatch(/ migrate +ferdig +3 +2 +1 +0 +0 +ada /);
    const items = await cli('batch', 'items', id, '--state', 'failed');
    expect(items.out).toMatch(new RegExp(`^Nr\\..*\\n\\d +${ids[1]} +mislyktes +operation-impossible .+\\n$`));
    expect(await nodesOf(world, ids[0] ?? idOf(''))).toEqual(['vurder']);
  }, 180_000);

  it('is started standing and looked at, then cancelled or let go', async () => {
    const ids = await startMoves(world, 2);
    const idFile = path.join(folder, 'saker');
    await writeFile(idFile, ids.join('\n'));
    const start = async (): Promise<string> => {
      const started = await cli(
        'batch',
        'start',
        'suspend',
        '--reason',
        'Feil i malen',
        '--id-file',
        idFile,
        '--paused',
        '--json',
      );
      expect(JSON.parse(started.out)).toMatchObject({ state: 'paused', total: 2 });
      return JSON.parse(started.out).id;
    };
    const [cancelled, resumed] = [await start(), await start()];

    const codes = [];
    for (const step of ['pause', 'cancel', 'resume']) codes.push((await cli('batch', step, cancelled)).code);
    const going = await cli('batch', 'resume', resumed);
    await world.settle();
    const finished = await cli('batch', 'show', resumed, '--wait');

    expect(codes).toEqual([1, 0, 1]);
    expect((await cli('batch', 'show', cancelled)).out).toMatch(/ suspend +avbrutt +2 /);
    expect((await cli('batch', 'list')).out).toContain(cancelled);
    expect([going.code, finished.code, finished.remarks]).toEqual([0, 0, 'ferdig: 2 av 2, 0 mislyktes\n']);
  }, 180_000);

  it('is waited for from its start', async () => {
    const [id = ''] = await startMoves(world, 1);

    const started = await cli('batch', 'start', 'suspend', '--reason', 'Feil i malen', '--id', id, '--wait');

    expect([started.code, started.out]).toEqual([0, expect.stringMatching(/ suspend +ferdig +1 +1 +0 /)]);
  }, 180_000);

  it('that ends or deletes wants a reason and --yes, and every batch wants to know which cases', async () => {
    const before = await cli('batch', 'list', '--json');
    const codes = [
      await cli('batch', 'start', 'delete', '--process', 'flytting', '--reason', 'Feil'),
      await cli('batch', 'start', 'cancel', '--process', 'flytting', '--yes'),
      await cli('batch', 'start', 'suspend', '--reason', 'Feil i malen'),
      await cli('batch', 'start', 'forget', '--process', 'flytting'),
    ].map(({ code }) => code);

    expect(codes).toEqual([2, 2, 2, 2]);
    expect((await cli('batch', 'list', '--json')).out).toBe(before.out);
  }, 180_000);
});

describe('models, messages and stops from the command line', () => {
  it('are taken into use all or none, and what is wrong is told with code and element', async () => {
    const [sound] = (await workflowFiles()).filter(({ name }) => name.endsWith('.bpmn'));
    const [good, bad] = [path.join(folder, 'god.bpmn'), path.join(folder, 'dårlig.bpmn')];
    await writeFile(good, sound?.content ?? '');
    await writeFile(bad, (sound?.content ?? '').replace(/targetRef="[^"]+"/, 'targetRef="ingensteds"'));

    const refused = await cli('deploy', good, bad);
    const missing = await cli('deploy', path.join(folder, 'finnes-ikke.bpmn'));
    const deployed = await cli('deploy', good);

    expect([refused.code, missing.code, deployed.code]).toEqual([1, 2, 0]);
    expect(refused.remarks).toMatch(/\(422 invalid-model\)\n[^]*\n {2}.+: [A-Z_]+: /);
    expect(deployed.out).toMatch(/^Hva +Navn +Versjon\nprosess +\S+ +\d+\n/);
  }, 180_000);

  it('are sent, and found where they wait', async () => {
    const sent = await cli('message', 'send', 'svar-fra-bank', '--correlation-key', 'sak-9', '--time-to-live', 'P2D');
    const nobody = await cli('message', 'send', 'svar-fra-bank');
    const wrong = await cli('message', 'send', 'svar-fra-bank', '--time-to-live', 'to dager');
    const list = await cli('message', 'list', '--name', 'svar-fra-bank');

    expect(sent).toMatchObject({ code: 0, out: 'Meldingen venter på en mottaker til 25.11.2026 09:00.\n' });
    expect(nobody).toMatchObject({ code: 0, out: 'Ingen tok imot meldingen.\n' });
    expect([wrong.code, wrong.remarks]).toEqual([1, expect.stringMatching(/400 invalid-input\)\n {2}timeToLive: /)]);
    expect(list.out).toMatch(/ svar-fra-bank +sak-9 [^]*Venter: 1 /);
  }, 180_000);

  it('are listed and tried again', async () => {
    const list = await cli('incident', 'list');
    const resolve = await cli('incident', 'resolve', 'finnes-ikke');

    expect([list.code, list.out]).toEqual([0, expect.stringMatching(/^Stans +Sak /)]);
    expect([resolve.code, resolve.remarks]).toEqual([1, expect.stringContaining('404 not-found')]);
  }, 180_000);
});

it('says with 3 that the server was not reached, and how to give the change again', async () => {
  const url = 'http://127.0.0.1:1';

  const read = await runCli(['incident', 'list', '--retry-for', '0'], { url, key });
  const changed = await runCli(['instance', 'suspend', 'sak-1', '--reason', 'Feil i malen', '--retry-for', '0'], {
    url,
    key,
  });

  expect([read.code, changed.code]).toEqual([3, 3]);
  expect(changed.remarks).toMatch(/--idempotency-key [0-9a-f-]{36}\n$/);
}, 180_000);
