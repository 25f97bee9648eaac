import type { Json, JsonObject } from '../../shared/json.js';
import { Bench } from '../bench.js';
import { operations } from '../operations/operations.js';
import { BenchRequest } from '../protocol/bench-request.js';
import { RefusalError } from '../refusal.js';
import { differencesOf } from './differences.js';
import { allow, type Scenario, type ScenarioFile } from './scenario-file.js';
import { stepOf, type Stage } from './steps.js';

/** A model that scenarios play on. */
export interface Model {
  readonly name: string;
  readonly content: string;
}

/** How a scenario went. */
export interface Outcome {
  readonly name: string;
  /** What was not as it should be; empty when the scenario holds. */
  readonly problems: readonly string[];
  /** The bench as the scenario left it. */
  readonly bench: Bench;
}

/** Plays one scenario on a bench of its own. */
export async function runScenario(file: ScenarioFile, models: readonly Model[], scenario: Scenario): Promise<Outcome> {
  const bench = new Bench();
  try {
    const problems = await play({ file, models, scenario }, bench);
    return { name: scenario.name, problems, bench };
  } catch (problem) {
    if (!(problem instanceof RefusalError)) throw problem;
    return { name: scenario.name, problems: [problem.message], bench };
  }
}

interface Play {
  readonly file: ScenarioFile;
  readonly models: readonly Model[];
  readonly scenario: Scenario;
}

async function play({ file, models, scenario }: Play, bench: Bench): Promise<readonly string[]> {
  const { given, when, then } = scenario;
  allow(given, ['process', 'element', 'businessKey', 'variables', 'clock', 'jobs']);
  const clock = given.optionalText('clock') ?? file.clock;
  // The scenario itself answers the jobs that it has no other answer for.
  const { jobs: auto, ...options } = file.options;
  await ask(bench, 'reset', { options, ...(clock === undefined ? {} : { clock }) });
  await ask(bench, 'deploy', { files: models.map((model) => ({ ...model })) });

  const stage: Stage = { bench, ask, jobs: given.optionalObject('jobs') ?? {}, answersAll: auto === 'auto' };
  const started = given.optionalText('process') === undefined ? undefined : await begin(stage, given);
  for (const [at, step] of when.entries()) {
    const problems = await playStep(stage, step, started);
    if (problems.length > 0) return problems.map((problem) => `step ${at + 1}: ${problem}`);
  }
  return differencesOf(bench, then, started);
}

async function begin(stage: Stage, given: BenchRequest): Promise<string | undefined> {
  const { jobs: _jobs, clock: _clock, ...start } = given.fields;
  const { instance } = await ask(stage.bench, 'start', start);
  await answerJobs(stage);
  return typeof instance === 'string' ? instance : undefined;
}

async function playStep(stage: Stage, step: BenchRequest, started: string | undefined): Promise<readonly string[]> {
  const checked = step.optionalObject('then');
  if (checked !== undefined) return differencesOf(stage.bench, new BenchRequest(checked), started);
  try {
    await stepOf(step)(stage, step);
    await answerJobs(stage);
    return [];
  } catch (problem) {
    if (problem instanceof RefusalError) return [`${JSON.stringify(step.fields)}: ${problem.message}`];
    throw problem;
  }
}

/** Gives the jobs that the scenario has an answer for their result, also those that follow from it. */
async function answerJobs({ bench, jobs, answersAll }: Stage): Promise<void> {
  for (let given = 0; given < 1_000; given += 1) {
    const open = bench.host.cases.all().flatMap((instance) => [...instance.jobs.values()]);
    const job = open.find(({ node, type }) => answersAll || Object.hasOwn(jobs, node) || Object.hasOwn(jobs, type));
    if (job === undefined) return;
    const variables = jobs[job.node] ?? jobs[job.type] ?? {};
    await ask(bench, 'completeJob', { job: job.id, variables });
  }
  throw new RefusalError('BAD_SCENARIO', 'Expected jobs to come to an end, but after 1000 answers there are more');
}

/** Gives the bench a request of its protocol. */
async function ask(bench: Bench, op: string, fields: Readonly<Record<string, Json>>): Promise<JsonObject> {
  const operation = operations.get(op);
  if (operation === undefined) throw new RefusalError('BAD_SCENARIO', `Expected an op '${op}', but there is none`);
  bench.beginRequest();
  return operation(bench, new BenchRequest(fields));
}
