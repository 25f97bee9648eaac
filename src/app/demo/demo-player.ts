import type { TaskRegisters } from '../../cases/homes/task-registers.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { entryOfTask } from '../../cases/waiting-list/round-record.js';
import type { ProcessInstance, UserTaskInstance } from '../../engine/index.js';
import type { CommandOutcome, CommandRequest, TenantId, UntimedCommand } from '../../runtime/ports.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { idOf, type Id } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import type { DemoPerson } from './personas.js';
import type { DemoStep } from './demo-step.js';

/** What the demo's past is played with: the same road that people's commands take. */
export interface DemoPlayerParts {
  readonly tenant: TenantId;
  readonly handle: (request: CommandRequest) => Promise<CommandOutcome>;
  readonly cases: Pick<CaseReader, 'snapshot' | 'list'>;
  readonly people: readonly DemoPerson[];
  /** What the answers of a task do to the registers of homes. */
  readonly taskRegisters: Pick<TaskRegisters, 'stepOf'>;
  /** Takes the processes of a folder under workflows/ into use. */
  readonly deploy: (folder: string) => Promise<void>;
  /** Works until nothing more is to be done now. */
  readonly settle: () => Promise<void>;
  /** Cases that get an offer in a round beside those that a step names, of the entries that are asked about. */
  readonly alsoOffered?: (entries: readonly JsonObject[], on: LocalDate) => Promise<readonly string[]>;
}

/** A task with the case that it is open in. */
export interface OpenTask {
  readonly instance: ProcessInstance;
  readonly task: UserTaskInstance;
}

/** Plays steps of the demo's past. A step that was played before a crash finds nothing to do and changes nothing. */
export class DemoPlayer {
  private readonly ids = new Map<string, Id<'ProcessInstance'>>();

  constructor(private readonly parts: DemoPlayerParts) {}

  /** Plays one step at the time that the clock stands at; answers when everything that follows from it is done. */
  async play(step: DemoStep): Promise<void> {
    switch (step.kind) {
      case 'start':
        await this.start(step);
        break;
      case 'deploy':
        await this.parts.deploy(step.folder);
        break;
      case 'round':
        await this.closeRound(step);
        break;
      case 'take-round':
        for (const open of await this.openRound(step.by)) await this.claim(open, step.by);
        break;
      case 'claim':
      case 'complete':
        await this.work(step);
    }
    await this.parts.settle();
  }

  /** The id of a case: the same for the same name, whenever the demo is loaded. */
  caseOf(step: { readonly name: string; readonly on: string }): Id<'ProcessInstance'> {
    const known = this.ids.get(step.name);
    if (known !== undefined) return known;

    const made = createProcessInstanceId(instantOfDay(step.on), `${this.parts.tenant}/demo/${step.name}`);
    this.ids.set(step.name, made);
    return made;
  }

  private async start(step: DemoStep & { readonly kind: 'start' }): Promise<void> {
    const processInstanceId = this.caseOf(step);
    const { variables, name: businessKey, process: key } = step;
    const command = { type: 'StartProcessInstance', processInstanceId, variables, businessKey } as const;
    await this.give(processInstanceId, { ...command, actor: this.actor(step.by) }, { definition: { key } });
  }

  private async work(step: DemoStep & { readonly kind: 'claim' | 'complete' }): Promise<void> {
    const cases = await this.casesOf(step);
    const open = (await Promise.all(cases.map((id) => this.openTasks(id)))).flat();
    for (const { instance, task } of open.filter(({ task: { node } }) => node === step.task)) {
      if (step.kind === 'complete') await this.complete({ instance, task }, step.by, step.values);
      else await this.claim({ instance, task }, step.by);
    }
  }

  private async casesOf(step: DemoStep & { readonly kind: 'claim' | 'complete' }) {
    if (step.kind === 'claim' || step.process === undefined) return [this.caseOf(step)];
    const reader = readerOf({ tenant: this.parts.tenant, actor: this.actor(step.by) });
    const { process, name } = step;
    const ofPerson = await this.parts.cases.list(reader, { process, subject: idOf<'Actor'>(name) });
    const project = this.ids.get(name);
    const ofProjects = project === undefined ? [] : await this.parts.cases.list(reader, { process });
    return [...ofPerson, ...ofProjects.filter(({ businessKey }) => businessKey === project)].map(({ id }) => id);
  }

  private async closeRound({ on, by, offers }: DemoStep & { readonly kind: 'round' }): Promise<void> {
    const named = offers.map((name) => this.ids.get(name));
    const round = await this.openRound(by);
    const offered = new Set<Json | undefined>([
      ...named,
      ...((await this.parts.alsoOffered?.(round.flatMap(entryOf), on)) ?? []),
    ]);
    const answers = round.map((open) => {
      const isOffered = entryOf(open).some(({ processInstanceId }) => offered.has(processInstanceId));
      return this.complete(open, by, isOffered ? OFFER : NO_CHANGE);
    });
    await Promise.all(answers);
  }

  private async openRound(by: string): Promise<readonly OpenTask[]> {
    const reader = readerOf({ tenant: this.parts.tenant, actor: this.actor(by) });
    const rounds = await this.parts.cases.list(reader, { process: 'ventelisterunde', state: 'active' });
    return (await Promise.all(rounds.map(({ id }) => this.openTasks(id)))).flat();
  }

  private async claim({ instance, task }: OpenTask, by: string): Promise<void> {
    if (task.assignee === by) return;
    await this.give(instance.id, { type: 'ClaimUserTask', userTaskId: task.id, actor: this.actor(by) });
  }

  /** Does a task that is open, now. */
  async complete(open: OpenTask, by: string, variables: JsonObject): Promise<void> {
    await this.claim(open, by);
    const command = { type: 'CompleteUserTask', userTaskId: open.task.id, variables } as const;
    const registers = await this.parts.taskRegisters.stepOf({ tenant: this.parts.tenant, ...open, variables });
    await this.give(open.instance.id, { ...command, actor: this.actor(by) }, registers && { registers });
  }

  private async openTasks(id: Id<'ProcessInstance'>): Promise<readonly OpenTask[]> {
    const instance = await this.parts.cases.snapshot(this.parts.tenant, id);
    if (instance === undefined) return [];

    const called = [...instance.elements.values()].flatMap(({ calledInstanceId }) => calledInstanceId ?? []);
    const below = await Promise.all(called.map((one) => this.openTasks(one)));
    return [...[...instance.userTasks.values()].map((task) => ({ instance, task })), ...below.flat()];
  }

  private async give(
    processInstanceId: Id<'ProcessInstance'>,
    command: UntimedCommand,
    beside: Pick<CommandRequest, 'definition' | 'registers'> = {},
  ): Promise<void> {
    const request = { tenant: this.parts.tenant, processInstanceId, command, ...beside };
    const outcome = await this.parts.handle(request);
    if (outcome.ok || outcome.rejection.reason === 'process-instance-exists') return;
    throw new Error(
      `Expected the demo to be played, but ${command.type} was refused: ${JSON.stringify(outcome.rejection)}`,
    );
  }

  private actor(id: string): UntimedCommand['actor'] {
    const person = this.parts.people.find((one) => one.id === id);
    if (person === undefined) throw new Error(`Expected '${id}' to be a person of the demo, but there is none`);
    return { id: idOf<'Actor'>(id), groups: person.groups };
  }
}

const OFFER: JsonObject = { utfall: 'tilbud', begrunnelse: 'To boliger som passer, er ledige.' };
const NO_CHANGE: JsonObject = { utfall: 'uendret', begrunnelse: 'Ingen ledig bolig passer denne uka.' };

/** Around noon in Trondheim: the working day has begun, and what falls due in the morning has happened. */
export const instantOfDay = (on: string): Instant => `${on}T11:00:00.000Z`;

function entryOf({ instance, task }: OpenTask): readonly JsonObject[] {
  const entry = entryOfTask(instance, task);
  return entry === undefined ? [] : [entry];
}
