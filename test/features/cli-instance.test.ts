import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { idOf, type Id } from '../../src/shared/id.js';
import { createApiWorld } from '../support/api-world.js';
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

const cli = (words: string, input = '') => runCli(words.split(' '), { url: world.address, key, input });
const oneCase = async (): Promise<Id<'ProcessInstance'>> => (await startMoves(world, 1))[0] ?? idOf('');

describe('an operator at the command line', () => {
  it('suspends a case and lets it go on; a second time is refused with 1, its code and its title', async () => {
    const id = await oneCase();

    const first = await cli(`instance suspend ${id} --reason Feil`);
    const second = await cli(`instance suspend ${id} --reason Feil`);
    const forMachines = await cli(`instance suspend ${id} --reason Feil --json`);
    const shown = await cli(`instance show ${id}`);
    const resumed = await cli(`instance resume ${id} --reason Feil --json`);

    expect(first).toMatchObject({ code: 0, out: expect.stringContaining(id), remarks: '' });
    expect(second).toEqual({
      code: 1,
      out: '',
      remarks: 'Saken er satt på vent. (409 process-instance-suspended)\n',
    });
    expect([forMachines.code, JSON.parse(forMachines.out)]).toMatchObject([1, { status: 409 }]);
    expect(shown.out).toMatch(/pågår, satt på vent\n.*\nInnhold +holdes tilbake/);
    expect(shown.out).toMatch(/Står ved\n.*\nvurder /);
    expect([resumed.code, JSON.parse(resumed.out).processInstanceId]).toEqual([0, id]);
  }, 180_000);

  it('ends and deletes one only with a reason and --yes: 2, and nothing is changed', async () => {
    const id = await oneCase();

    const unsure = await cli(`instance cancel ${id} --reason Feil`);
    const silent = await cli(`instance cancel ${id} --yes`);
    expect([unsure, silent]).toMatchObject([
      { code: 2, remarks: expect.stringContaining('--yes') },
      { code: 2, remarks: expect.stringContaining('--reason') },
    ]);
    expect((await world.ports.cases.find(idOf('trondheim'), id))?.state).toBe('active');

    const early = await cli(`instance delete ${id} --reason Feil --yes`);
    const ended = await cli(`instance cancel ${id} --reason Feil --yes`);
    await world.settle();
    const deleted = await cli(`instance delete ${id} --reason Feil --yes`);
    expect([early.code, ended.code, deleted.code]).toEqual([1, 0, 0]);
    expect(early.remarks).toContain('process-instance-active');
    expect(await world.ports.cases.find(idOf('trondheim'), id)).toBeUndefined();
  }, 180_000);

  it('moves one, and is told every element that stands in the way', async () => {
    const id = await oneCase();

    const refused = await cli(`instance modify ${id} --reason Feil --move godkjenn=finnes-ikke`);
    const moved = await cli(`instance modify ${id} --reason Feil --move vurder=godkjenn`);

    expect(refused.code).toBe(1);
    expect(refused.remarks).toMatch(
      /\(422 operation-impossible\)\n {2}godkjenn: not-alive: .+\n {2}finnes-ikke: node-missing: /,
    );
    expect([moved.code, await nodesOf(world, id)]).toEqual([0, ['godkjenn']]);
  }, 180_000);

  it('tries a migration, then carries it out with a mapping', async () => {
    const id = await oneCase();
    await completeTask(world, id);

    const tried = await cli(`instance migrate ${id} --reason Feil --to 2 --dry-run`);
    const done = await cli(`instance migrate ${id} --reason Feil --to 2 --map godkjenn=kontroller`);

    expect([tried.code, tried.out]).toEqual([1, expect.stringContaining('godkjenn: node-missing')]);
    expect([done.code, await nodesOf(world, id)]).toEqual([0, ['kontroller']]);
  }, 180_000);

  it('corrects variables from standard input, not from the words of the command, and not over a later revision', async () => {
    const id = await oneCase();
    const correct = (more: string, address: string) =>
      cli(`instance set-variables ${id} --reason Feil --variables -${more}`, JSON.stringify({ adresse: address }));

    const done = await correct('', 'Øvre gate 2');
    const late = await correct(' --revision 1', 'Øvre gate 3');
    const broken = await cli(`instance set-variables ${id} --reason Feil --variables -`, '{"adresse": "Hemmelig gate');

    expect([done.code, late.code, broken.code]).toEqual([0, 1, 2]);
    expect(late.remarks).toContain('412 stale-revision');
    expect(broken.remarks).not.toContain('Hemmelig');
    const snapshot = await world.ports.cases.snapshot(idOf('trondheim'), id);
    expect(JSON.stringify([...(snapshot?.elements.values() ?? [])])).toContain('"adresse":"Øvre gate 2"');
  }, 180_000);

  it('may give a change again with its key: it is done once, and the key is for nothing else', async () => {
    const id = await oneCase();
    await cli(`instance cancel ${id} --reason Feil --yes`);

    const first = await cli(`instance restart ${id} --reason Feil --idempotency-key natt-1 --json`);
    const again = await cli(`instance restart ${id} --reason Feil --idempotency-key natt-1 --json`);
    const other = await cli(`instance restart ${id} --reason Feil --start godkjenn --idempotency-key natt-1`);

    expect([first.code, again.code, again.out]).toEqual([0, 0, first.out]);
    expect(other).toMatchObject({ code: 1, remarks: expect.stringContaining('409 idempotency-key-reused') });
  }, 180_000);

  it('exports one to a file that is whole, for nobody else to read, and written over only with --yes', async () => {
    const id = await oneCase();
    const file = path.join(folder, 'sak.json');

    const written = await cli(`instance export ${id} --output ${file}`);
    const exported: unknown = JSON.parse(await readFile(file, 'utf8'));
    const onScreen = await cli(`instance export ${id}`);
    await writeFile(file, 'gammel');
    const again = await cli(`instance export ${id} --output ${file}`);
    const missing = await cli(`instance export finnes-ikke --output ${path.join(folder, 'ingen.json')}`);

    expect([written.code, onScreen.code, again.code, missing.code]).toEqual([0, 0, 2, 1]);
    expect(JSON.parse(onScreen.out)).toEqual(exported);
    expect(exported).toMatchObject({ format: 'boligflyt-case', content: 'withheld', rows: { case: { id } } });
    expect(await readFile(file, 'utf8')).toBe('gammel');
    expect([await readdir(folder), (await stat(file)).mode & 0o077]).toEqual([['sak.json'], 0]);
  }, 180_000);

  it('lists cases that the person reads', async () => {
    const id = await oneCase();
    const { secret } = await world.keyOf('kari');

    const { code, out } = await runCli(['instance', 'list', '--process', 'flytting'], {
      url: world.address,
      key: secret,
    });

    expect([code, out]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^Sak +Prosess.*\\n[^]*^${id} +flytting 1 +pågår`, 'm')),
    ]);
  }, 180_000);
});

describe('a key', () => {
  it('that has ended, is revoked, belongs elsewhere or is made up is refused with 1', async () => {
    const revoked = await world.keyOf('ada');
    await world.revokeKey(revoked.id);
    const others = [await world.keyOf('ada', 0), revoked, await world.keyOf('ada@orkland')].map(({ secret }) => secret);

    for (const one of [...others, `bf_0123456789ab_${'x'.repeat(43)}`]) {
      const { code, remarks } = await runCli(['incident', 'list'], { url: world.address, key: one });
      expect([code, remarks]).toEqual([1, expect.stringContaining('401 api-key-invalid')]);
    }
  }, 180_000);

  it('may do what its person may, and no more', async () => {
    const { secret } = await world.keyOf('kari');
    const id = await oneCase();

    const { code, remarks } = await runCli(['instance', 'suspend', id, '--reason', 'Feil'], {
      url: world.address,
      key: secret,
    });

    expect([code, remarks]).toEqual([1, expect.stringContaining('403 actor-not-allowed')]);
  }, 180_000);

  it('is read from a file; without one nothing is asked', async () => {
    const file = path.join(folder, 'nokkel');
    await writeFile(file, `${key}\n`);

    const withFile = await runCli(['incident', 'list', '--key-file', file], { url: world.address });
    const without = await runCli(['incident', 'list'], { url: world.address });
    await rm(file);

    expect([withFile.code, without.code]).toEqual([0, 2]);
  }, 180_000);
});
