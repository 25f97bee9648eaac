import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { idOf } from '../../src/shared/id.js';
import { processesIn } from '../support/contract-processes.js';
import { trondheim } from '../support/stack.js';
import { createTestDatabase } from '../support/test-database.js';
import { silentBeforeAlone } from '../../src/store/outbox/claim-effects.js';
import { mostAttempts as noticeAttempts } from '../../src/runtime/jobs/job-terms.js';
import { eventually, numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { start } from './support/commands.js';
import { halfDone, look } from './support/look.js';
import { openOffice } from './support/office.js';
import { deployProving } from './support/proving-process.js';
import { startReceiver, type Receiver } from './support/receiver.js';

/** T10: work that ends, kills, hangs or fills its worker, or throws; reps are cases of each. */
export const usualReps = 3;

const deadlyJobs = ['exit', 'kill', 'loop', 'enormous'] as const;
type Poison = (typeof deadlyJobs)[number] | 'notice' | 'throw';

/** How much of it, and how often a job is tried. */
interface Plan {
  readonly kinds: readonly Poison[];
  readonly reps: number;
  readonly attempts: number;
}

const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`;

/** One piece of work that is poisonous. */
const documentOf = (key: string, work: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  id="dokument-${key}" targetNamespace="https://boligflyt.no">
  <bpmn:process id="${key}" name="Gift" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk">
    <bpmn:startEvent id="begynt" />${work}<bpmn:endEvent id="slutt" />${flow('begynt', 'giftig')}${flow('giftig', 'slutt')}
  </bpmn:process>
</bpmn:definitions>`;

const poisonous = (attempts: number): readonly string[] => [
  documentOf(
    'gift',
    `<bpmn:serviceTask id="giftig" boligflyt:jobType="si-fra" boligflyt:retries="R${attempts}/PT0.2S" />`,
  ),
  documentOf(
    'gift-varsel',
    `<bpmn:userTask id="giftig" name="Les" boligflyt:candidateGroups="hvk">
      <bpmn:extensionElements><boligflyt:deadline rule="K01" /></bpmn:extensionElements></bpmn:userTask>`,
  ),
];

/** Writes the municipality, the cases that are poisonous and their neighbours; nobody works on them yet. */
async function prepare(url: string, { poisons, neighbours, attempts }: Scene): Promise<void> {
  const office = await openOffice({ url });
  await deployProving(office.store);
  for (const xml of poisonous(attempts)) {
    const processes = await processesIn(xml);
    await office.store.definitions.deploy(trondheim, { by: idOf('ada'), processes, forms: [] });
  }
  office.isMute = true;
  const begin = async (request: ReturnType<typeof start>): Promise<void> => {
    const outcome = await office.runtime.handler.handle(request);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.rejection));
  };
  // A poisonous case stands between its two neighbours, so that they are claimed together.
  for (const [place, name] of poisons.entries()) {
    await begin(start(neighbours[2 * place] ?? ''));
    await begin(poisonedStart(name));
    await begin(start(neighbours[2 * place + 1] ?? ''));
  }
  await office.close();
}

/** Who works on what. */
interface Scene {
  readonly poisons: readonly string[];
  readonly neighbours: readonly string[];
  readonly attempts: number;
}

function poisonedStart(name: string): ReturnType<typeof start> {
  const [gift = ''] = name.split('.');
  const request = start(name, { process: gift === 'notice' ? 'gift-varsel' : 'gift' });
  const { command } = request;
  if (command.type !== 'StartProcessInstance') return request;
  return { ...request, command: { ...command, variables: { gift } } };
}

/** How often a worker died, and how often while neighbours were not done. */
interface Deaths {
  readonly all: number;
  readonly beforeNeighbours: number;
}

/** Keeps a worker going as long as it is told to: starts the next when one is gone, and ends one that hangs. */
function keepWorking(url: string, receiver: Receiver, neighbours: readonly string[]): () => Promise<Deaths> {
  const standby = () => {
    const program = ['--max-old-space-size=256', '--import', './tools/run-typescript.mjs'];
    const script = ['test/chaos/support/poison-process.ts', url, String(receiver.port)];
    const child = spawn(process.execPath, [...program, ...script], { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (said: Buffer) => said.toString().includes('loops') && child.kill('SIGKILL'));
    return { child, isGone: once(child, 'close') };
  };
  const state = { isOver: false, all: 0, beforeNeighbours: 0, current: standby() };
  const working = (async () => {
    while (!state.isOver) {
      state.current.child.stdin.write('begynn\n');
      const next = standby();
      await state.current.isGone;
      if (!state.isOver) state.all += 1;
      if (neighbours.some((said) => receiver.keysOf(said).length === 0)) state.beforeNeighbours = state.all;
      state.current = next;
    }
    state.current.child.kill('SIGKILL');
  })();
  return async () => {
    state.isOver = true;
    state.current.child.kill('SIGKILL');
    await working;
    return state;
  };
}

const openSql = `select count(*)::int as open from outbox where done_at is null and failed_at is null`;

const incidentsSql = `
  select instance, code, (select max(attempts) from outbox as o where o.instance = i.instance) as attempts
  from incident as i where resolved_at is null order by instance`;

const neighboursSql = `
  select coalesce(max(extract(epoch from done_at - at)), 0)::float8 as seconds from outbox where instance like 'nabo.%'`;

interface Stuck {
  readonly instance: string;
  readonly code: string;
  readonly attempts: number;
}

// One claim more than attempts: the one that says so to the case, or gives the notice up.
const mostAttempts = (name: string, attempts: number): number =>
  (name.startsWith('notice') ? noticeAttempts : attempts) + 1;

/** Everything that is not as it should be once all is quiet. */
async function faultsOf(url: string, receiver: Receiver, { poisons, neighbours, attempts }: Scene) {
  const stuck = await look<Stuck>(url, incidentsSql);
  const untouched = await look<{ id: string }>(url, 'select id from case_untouched');
  return [
    ...poisons.flatMap((name) => {
      const code = name.startsWith('notice') ? 'EFFECT_FAILED' : 'JOB_FAILED';
      const found = stuck.filter(({ instance }) => instance === name);
      const isRight =
        found.length === 1 && found[0]?.code === code && found[0].attempts <= mostAttempts(name, attempts);
      return isRight ? [] : [`${name}: expected one ${code}, but there is ${JSON.stringify(found)}`];
    }),
    ...(stuck.length === poisons.length ? [] : [`${stuck.length} incidents of ${poisons.length} poisonous cases`]),
    ...saidBy(neighbours).flatMap((what) => {
      const keys = receiver.keysOf(what).length;
      return keys === 1 ? [] : [`${what}: heard under ${keys} keys`];
    }),
    ...untouched.map(({ id }) => `forgotten: ${id}`),
    ...(await halfDone(url)),
  ];
}

const saidBy = (neighbours: readonly string[]): readonly string[] =>
  neighbours.flatMap((name) => [`${name}/si-startet`, `${name}/task-available-behandle`]);

async function work(url: string, receiver: Receiver, scene: Scene): Promise<ChaosOutcome> {
  const { poisons, neighbours, attempts } = scene;
  await prepare(url, scene);
  const begun = performance.now();
  const stop = keepWorking(url, receiver, saidBy(neighbours));
  const given = eventually(
    'everything to be done or given up',
    async () => ((await look<{ open: number }>(url, openSql))[0]?.open === 0 ? true : undefined),
    poisons.length * 180_000,
  );
  const deaths = await given.then(stop, async (failure: unknown) => {
    await stop();
    throw failure;
  });
  const workSeconds = rounded((performance.now() - begun) / 1000);
  const deadly = poisons.filter((name) => !name.startsWith('throw'));
  const mostDeaths = deadly.reduce((sum, name) => sum + mostAttempts(name, attempts) - 1, 0);
  // Twice with all that was claimed beside them, then each alone; one more may be on its way while the last is heard.
  const mostBefore = silentBeforeAlone + deadly.length + 1;
  const [neighbour] = await look<{ seconds: number }>(url, neighboursSql);
  return {
    faults: [
      ...(await faultsOf(url, receiver, scene)),
      ...(deaths.all <= mostDeaths ? [] : [`the worker died ${deaths.all} times, expected at most ${mostDeaths}`]),
      ...(deaths.all > 0 ? [] : ['no worker died']),
      ...(deaths.beforeNeighbours <= mostBefore
        ? []
        : [`neighbours waited for ${deaths.beforeNeighbours} deaths, expected at most ${mostBefore}`]),
    ],
    figures: {
      ...{ poisons: poisons.length, neighbours: neighbours.length, deaths: deaths.all, mostDeaths, workSeconds },
      ...{ deathsBeforeNeighbours: deaths.beforeNeighbours, neighboursDoneSeconds: rounded(neighbour?.seconds ?? 0) },
    },
  };
}

async function play({ kinds, reps, attempts }: Plan): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const receiver = await startReceiver();
  const poisons = kinds.flatMap((kind) => numbers(reps).map((place) => `${kind}.${place}`));
  const neighbours = numbers(2 * poisons.length).map((place) => `nabo.${place}`);
  try {
    return await work(database.url, receiver, { poisons, neighbours, attempts });
  } finally {
    await receiver.stop();
    await database.drop();
  }
}

export const run = ({ reps }: ChaosOptions): Promise<ChaosOutcome> =>
  play({ kinds: [...deadlyJobs, 'notice', 'throw'], reps, attempts: 5 });

/** A job that takes its worker down, another way with each seed, and one that throws; each is tried twice. */
export const runShort = ({ seed }: ChaosOptions): Promise<ChaosOutcome> =>
  play({ kinds: [deadlyJobs[seed % deadlyJobs.length] ?? 'exit', 'throw'], reps: 1, attempts: 2 });
