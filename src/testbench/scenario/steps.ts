import type { ProcessInstance } from '../../engine/index.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import type { BenchRequest } from '../protocol/bench-request.js';
import { RefusalError } from '../refusal.js';
import { allow } from './scenario-file.js';

/** Where a scenario plays. */
export interface Stage {
  readonly bench: Bench;
  readonly ask: (bench: Bench, op: string, fields: Readonly<Record<string, Json>>) => Promise<JsonObject>;
  /** What workers answer, by element or type of job. */
  readonly jobs: JsonObject;
  /** Whether every other job is completed, too. */
  readonly answersAll: boolean;
}

type Step = (stage: Stage, step: BenchRequest) => Promise<unknown>;

/** What a step does, by its first word. */
export function stepOf(step: BenchRequest): Step {
  const word = Object.keys(step.fields).find((one) => steps.has(one));
  const found = word === undefined ? undefined : steps.get(word);
  if (word === undefined || found === undefined) {
    const known = ['then', ...steps.keys()].join(', ');
    throw new RefusalError('BAD_SCENARIO', `Expected a step that begins with one of ${known}`);
  }
  allow(step, [word, ...found.also]);
  return found.play;
}

const withOf = (step: BenchRequest): { readonly variables: JsonObject } => ({
  variables: step.optionalObject('with') ?? {},
});

function onTask(op: 'complete' | 'claim'): Step {
  return (stage, step) => {
    const task = openOn(stage, step.text(op), 'userTasks');
    const more = op === 'claim' ? { user: step.text('by') } : withOf(step);
    return stage.ask(stage.bench, op, { task, ...more });
  };
}

function onJob(op: 'completeJob' | 'failJob'): Step {
  return (stage, step) => {
    const job = openOn(stage, step.text(op === 'failJob' ? 'fail' : 'job'), 'jobs');
    const { retries = 0, message = 'it failed' } = step.fields;
    return stage.ask(stage.bench, op, op === 'failJob' ? { job, retries, message } : { job, ...withOf(step) });
  };
}

function onWork(op: 'throwError' | 'escalate'): Step {
  return (stage, step) => {
    const element = step.text(op === 'escalate' ? 'escalate' : 'error');
    const isJob = stage.bench.host.cases
      .all()
      .some(({ jobs }) => [...jobs.values()].some((one) => one.node === element));
    const work = isJob ? { job: openOn(stage, element, 'jobs') } : { task: openOn(stage, element, 'userTasks') };
    return stage.ask(stage.bench, op, { ...work, code: step.text('code'), ...withOf(step) });
  };
}

async function sendMessage(stage: Stage, step: BenchRequest): Promise<void> {
  const [name, key] = [step.text('message'), step.optionalText('key')];
  const fields = { name, ...withOf(step), ...(key === undefined ? {} : { correlationKey: key }) };
  const { correlated } = await stage.ask(stage.bench, 'message', fields);
  if (Array.isArray(correlated) && correlated.length > 0) return;
  throw new RefusalError('NOBODY_WAITS', `Expected somebody to take the message '${name}', but nobody waits for it`);
}

const sendSignal: Step = (stage, step) =>
  stage.ask(stage.bench, 'signal', { name: step.text('signal'), ...withOf(step) });

const start: Step = (stage, step) => {
  const element = step.optionalText('element');
  const place = element === undefined ? {} : { element };
  return stage.ask(stage.bench, 'start', { process: step.text('start'), ...place, ...withOf(step) });
};

const letGoOn: Step = (stage, step) => {
  const element = step.text('trigger');
  const instance = living(stage).find(({ subscriptions, timers }) =>
    [...subscriptions.values(), ...timers.values()].some(({ node }) => node === element),
  );
  if (instance === undefined) throw nothingOpen(stage, element);
  return stage.ask(stage.bench, 'trigger', { instance: instance.id, element, ...withOf(step) });
};

/** Moves the clock on until the next alarm of an element rings. */
const until: Step = (stage, step) => {
  const at = timerOn(stage, step.text('until')).dueAt;
  return stage.ask(stage.bench, 'advanceTo', { at });
};

const fire: Step = (stage, step) =>
  stage.ask(stage.bench, 'fireTimer', { timer: timerOn(stage, step.text('fire')).id });

/** The next alarm of an element, in whichever instance, or of a start event. */
function timerOn(stage: Stage, element: string): { readonly id: string; readonly dueAt: string } {
  const ofInstances = living(stage).flatMap(({ timers }) =>
    [...timers.values()].filter(({ node }) => node === element),
  );
  const ofStarts = stage.bench.host.starts.timers().filter(({ start: { element: node } }) => node === element);
  const [first] = [...ofInstances, ...ofStarts].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  if (first === undefined) throw nothingOpen(stage, element);
  return first;
}

const resolve: Step = (stage, step) =>
  stage.ask(stage.bench, 'resolveIncident', {
    incident: openOn(stage, step.text('resolve'), 'incidents'),
    ...withOf(step),
  });

const living = ({ bench }: Stage): readonly ProcessInstance[] => bench.host.cases.all();

/** What is open on an element, in whichever instance: what has been open longest comes first. */
function openOn(stage: Stage, element: string, what: 'userTasks' | 'jobs' | 'incidents'): string {
  const open = living(stage).flatMap((instance) => [...instance[what].values()]);
  const found = open.find(({ node }) => node === element);
  if (found === undefined) throw nothingOpen(stage, element);
  return found.id;
}

/** Nothing is open where it should be; what is stuck elsewhere is told, for that is most often why. */
function nothingOpen(stage: Stage, element: string): RefusalError {
  const open = living(stage).flatMap((instance) => [...instance.userTasks.values(), ...instance.jobs.values()]);
  const instead = open.length === 0 ? '' : ` (what is open: ${open.map(({ node }) => node).join(', ')})`;
  const stuck = living(stage).flatMap(({ incidents }) => [...incidents.values()]);
  const why = stuck.map(({ node, code, message }) => `; '${node}' is stuck by ${code}: ${message}`).join('');
  return new RefusalError(
    'NOTHING_OPEN',
    `Expected something open on '${element}', but there is nothing${instead}${why}`,
  );
}

const steps: ReadonlyMap<string, { readonly play: Step; readonly also: readonly string[] }> = new Map(
  Object.entries({
    complete: { play: onTask('complete'), also: ['with'] },
    claim: { play: onTask('claim'), also: ['by'] },
    job: { play: onJob('completeJob'), also: ['with'] },
    fail: { play: onJob('failJob'), also: ['retries', 'message'] },
    error: { play: onWork('throwError'), also: ['code', 'message', 'with'] },
    escalate: { play: onWork('escalate'), also: ['code', 'with'] },
    message: { play: sendMessage, also: ['key', 'with'] },
    signal: { play: sendSignal, also: ['with'] },
    trigger: { play: letGoOn, also: ['with'] },
    fire: { play: fire, also: [] },
    until: { play: until, also: [] },
    advance: { play: (stage, step) => stage.ask(stage.bench, 'advance', { duration: step.text('advance') }), also: [] },
    advanceTo: { play: (stage, step) => stage.ask(stage.bench, 'advanceTo', { at: step.text('advanceTo') }), also: [] },
    resolve: { play: resolve, also: ['with'] },
    start: { play: start, also: ['with', 'element'] },
  } satisfies Record<string, { readonly play: Step; readonly also: readonly string[] }>),
);
