import {
  askDecision,
  readBpmn,
  readDmn,
  type Actor,
  type DecisionRegister,
  type ProcessDefinition,
  type ProcessEvent,
} from '../../src/engine/index.js';
import { checkForm, requiredFields } from '../../src/cases/forms/check-form.js';
import { parseForm, type FormField, type FormSchema } from '../../src/cases/forms/form-schema.js';
import { idOf } from '../../src/shared/id.js';
import type { Json, JsonObject } from '../../src/shared/json.js';
import { CasePlayer } from '../support/case-player.js';
import { deadlineRegister } from './deadline-register.js';
import { decisionFiles, diagramOf, formFolders, readWorkflowJson } from './workflow-files.js';

/** One thing that happens on a path: somebody does a task, a message comes, a timer rings. */
export type PathStep =
  | { readonly task: string; readonly give?: JsonObject }
  | { readonly message: string; readonly give?: JsonObject }
  | { readonly ring: string }
  /** A process that was called here ends; called processes at this place wait for such steps and do not answer at once. */
  | { readonly called: string; readonly give?: JsonObject }
  /** The work of a job ends in an error; the job waits for it because no `jobs` answers it. */
  | { readonly error: string; readonly code: string };

/** What service tasks and called processes give back, by node; a list: one for each time, and then the last. */
export type MachineAnswers = Readonly<Record<string, JsonObject | readonly JsonObject[]>>;

/** A way through a process, from its start to the end events that it must reach. */
export interface Path {
  readonly name: string;
  readonly steps: readonly PathStep[];
  readonly ends: readonly string[];
  readonly jobs?: MachineAnswers;
  /** Where it begins, when that is not where the process usually does. */
  readonly startEvent?: string;
  /** What the municipality has chosen otherwise than delivered, by decision. */
  readonly choices?: JsonObject;
  /** Variables that it starts with beside, or instead of, those of every path. */
  readonly start?: JsonObject;
  /** Variables that the process must have at its end. */
  readonly gives?: JsonObject;
}

/** The paths of a process, as `paths.json` beside its diagram tells them. */
export interface Paths {
  readonly start: JsonObject;
  readonly at: string;
  readonly startEvent?: string;
  readonly jobs: MachineAnswers;
  readonly paths: readonly Path[];
}

/** Reads the paths of a process. */
export const pathsOf = (key: string): Paths => readWorkflowJson(`${key}/paths.json`) as Paths;

const definitions = new Map<string, Promise<ProcessDefinition>>();

/** The definition of a process, read once. */
export function definitionOf(key: string): Promise<ProcessDefinition> {
  const known = definitions.get(key) ?? readDefinition(key);
  definitions.set(key, known);
  return known;
}

async function readDefinition(key: string): Promise<ProcessDefinition> {
  const reading = await readBpmn(diagramOf(key));
  const definition = reading.ok ? reading.definitions[0] : undefined;
  if (definition === undefined) throw new Error(`Expected '${key}' to be readable`);
  return { ...definition, version: 1, compilerVersion: 1 };
}

/** The rules of workflows/, as business rule tasks ask them. */
async function readDecisions(): Promise<DecisionRegister> {
  const readings = await Promise.all(decisionFiles.map((xml) => readDmn([xml])));
  const models = readings.flatMap((reading) => {
    if (!reading.ok) throw new Error(`Expected the rules to be readable: ${JSON.stringify(reading.diagnostics)}`);
    return reading.models;
  });
  return { evaluate: ({ decision, variables }) => askDecision(models, decision, variables) };
}

const decisions = await readDecisions();

const decisionsWith = (choices: JsonObject): DecisionRegister => ({
  evaluate: (asked) => {
    const chosen = choices[asked.decision];
    return chosen === undefined ? decisions.evaluate(asked) : { ok: true, value: chosen };
  },
});

const sampleOf = (field: FormField, on: string): Json => {
  if (field.choices.length > 0) return field.choices[0] ?? null;
  if (field.date) return on;
  if (field.type === 'array') return ['A'];
  if (field.type === 'boolean') return true;
  return field.type === 'string' ? 'Tekst' : 1;
};

function answersOf({ fields }: FormSchema, names: readonly string[], on: string): JsonObject {
  return Object.fromEntries(
    names.map((name) => {
      const field = fields.get(name);
      if (field === undefined) throw new Error(`Expected the form to have its required field '${name}'`);
      return [name, sampleOf(field, on)];
    }),
  );
}

/** What somebody writes in a form: `give`, and an answer to everything else that must be answered. */
export function filledForm(form: string, on: string, give: JsonObject = {}): JsonObject {
  const schema = readWorkflowJson(`${formFolders.get(form) ?? ''}/${form}.form.json`);
  const parsed = parseForm(schema as JsonObject);
  const given = { ...answersOf(parsed, parsed.required, on), ...give };
  const values = { ...answersOf(parsed, requiredFields(parsed, given), on), ...given };
  const problems = checkForm(parsed, values);
  if (problems.length > 0) throw new Error(`Expected form '${form}' to take the answer: ${JSON.stringify(problems)}`);
  return values;
}

/** Nodes whose work is not answered at once: jobs that end in an error, and called processes that end later. */
interface Surroundings {
  readonly choices?: JsonObject;
  readonly failing: ReadonlySet<string>;
  readonly waiting: ReadonlySet<string>;
}

/** A case of one of our processes, played step by step; jobs and called processes answer at once. */
export class PathPlayer {
  readonly case: CasePlayer;
  private readonly failing: Set<string>;
  private readonly waiting: ReadonlySet<string>;
  private readonly times = new Map<string, number>();

  private constructor(
    definition: ProcessDefinition,
    private readonly jobs: MachineAnswers,
    { failing, waiting, choices = {} }: Surroundings,
  ) {
    this.case = new CasePlayer(definition, deadlineRegister, decisionsWith(choices));
    this.failing = new Set(failing);
    this.waiting = waiting;
  }

  /** Starts a case that goes a path. */
  static on(
    key: string,
    { jobs, start = {}, startEvent, steps, choices = {} }: Omit<Path, 'name' | 'ends' | 'gives'>,
  ): Promise<PathPlayer> {
    const failing = new Set(steps.flatMap((step) => ('error' in step ? step.error : [])));
    const waiting = new Set(steps.flatMap((step) => ('called' in step ? step.called : [])));
    const from = { start: { ...pathsOf(key).start, ...start }, ...(startEvent && { startEvent }) };
    return PathPlayer.start(key, jobs, from, { failing, waiting, choices });
  }

  /** Starts a case of a process. */
  static async start(
    key: string,
    jobs: Paths['jobs'] = {},
    from: Partial<Paths> = {},
    around: Surroundings = { failing: new Set(), waiting: new Set() },
  ): Promise<PathPlayer> {
    const paths = { ...pathsOf(key), ...from };
    const player = new PathPlayer(await definitionOf(key), { ...paths.jobs, ...jobs }, around);
    player.case.at = paths.at;
    player.case.start(paths.start, paths.startEvent);
    player.answerMachines();
    return player;
  }

  play(step: PathStep): void {
    if ('task' in step) this.completeTask(step.task, step.give);
    else if ('error' in step) this.failWork(step);
    else if ('called' in step) this.endCalled(step);
    else if ('message' in step) this.case.correlate(step.message, step.give);
    else this.ringUntil(step.ring);
    this.answerMachines();
    if (this.case.incidents.length > 0) throw new Error(`Expected no incident, but got ${this.case.incidents.join()}`);
  }

  /** Rings every alarm in order of time until the one of `node` has rung. */
  ringUntil(node: string): void {
    for (let rings = 0; rings < 100; rings += 1) {
      const rung = this.case.ring();
      this.answerMachines();
      if (rung.some((event) => event.type === 'TimerFired' && event.node === node)) return;
    }
    throw new Error(`Expected the timer '${node}' to ring`);
  }

  /** The job that waits for this ends in an error; the next one at the same place is answered as usual. */
  private failWork({ error, code }: { readonly error: string; readonly code: string }): void {
    this.failing.delete(error);
    this.case.throwError(error, code);
  }

  private endCalled({ called, give = {} }: { readonly called: string; readonly give?: JsonObject }): void {
    const open = [...this.case.instance.elements.values()].find(
      ({ node, calledInstanceId }) => node === called && calledInstanceId,
    );
    if (open === undefined) throw new Error(`Expected a process called by '${called}' to be under way`);
    this.case.play({ type: 'CompleteCalledProcess', elementInstanceId: open.id, variables: give });
  }

  private completeTask(node: string, give?: JsonObject): void {
    const { id: userTaskId, assignee, candidateGroups, form = '' } = this.case.task(node);
    const actor: Actor = { id: assignee ?? idOf('hvem-som-helst'), groups: candidateGroups };
    if (assignee === undefined) this.case.play({ type: 'ClaimUserTask', userTaskId, actor });
    const variables = filledForm(form, this.case.at.slice(0, 10), give);
    this.case.play({ type: 'CompleteUserTask', userTaskId, variables, actor });
  }

  /** Answers jobs and called processes, also those that follow from an answer, until people are needed. */
  private answerMachines(): void {
    while (this.answerOne());
  }

  private answerOne(): boolean {
    const job = [...this.case.instance.jobs.values()].find(({ node }) => !this.failing.has(node));
    if (job !== undefined) {
      this.case.completeJob(job.node, this.answerAt(job.node));
      return true;
    }
    const called = [...this.case.instance.elements.values()].find(
      ({ node, calledInstanceId }) => calledInstanceId && !this.waiting.has(node),
    );
    if (called === undefined) return false;
    const variables = called.node in this.jobs ? this.answerAt(called.node) : { status: 'gjennomfort' };
    this.case.play({ type: 'CompleteCalledProcess', elementInstanceId: called.id, variables });
    return true;
  }

  private answerAt(node: string): JsonObject {
    const times = this.times.get(node) ?? 0;
    this.times.set(node, times + 1);
    const answers: readonly JsonObject[] = [this.jobs[node] ?? {}].flat();
    return answers[Math.min(times, answers.length - 1)] ?? {};
  }

  /** Every node that a token came to, and every flow that one took. */
  get visited(): ReadonlySet<string> {
    return new Set(this.case.journal.flatMap(placesOf));
  }
}

const placesOf = (event: ProcessEvent): readonly string[] => {
  if (event.type === 'NodeEntered') return [event.node];
  if (event.type === 'TokenMoved') return [event.via];
  if (event.type === 'TokenCreated' && event.token.via !== undefined) return [event.token.via];
  return event.type === 'TimerFired' ? [event.node] : [];
};
