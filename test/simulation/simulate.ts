import type { ProcessDefinition } from '../../src/engine/index.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { PlayedCommand } from '../support/case-player.js';
import type { Block } from './block.js';
import { drawProcess } from './draw.js';
import { faults, onceOnly, type Fault } from './faults.js';
import { Oracle } from './oracle.js';
import { planOf, type Plan } from './plan.js';
import { Post } from './post.js';
import { SimulatedCase, Violation } from './simulated-case.js';
import type { Wait } from './waits.js';

/** What happens in one step: which open thing, with which value of `x`, and with which fault. */
export interface Step {
  readonly pick: number;
  readonly x: number;
  readonly fault: number;
}

/** What a run has done, for the report. */
export interface RunFigures {
  readonly steps: number;
  readonly cases: number;
  readonly accepted: number;
  readonly refused: number;
}

/**
 * Runs one process against the oracle with faults: a restart around every command, commands twice, late and out of order,
 * effects delayed, doubled and swapped, jobs that fail, suspension, migration. Throws at the first broken law.
 */
export class Simulation {
  readonly #plan: Plan;
  readonly #definition: ProcessDefinition;
  /** The same process with other ids: what a case is migrated to, and from the one to the other. */
  #versions: readonly ProcessDefinition[] | undefined;
  readonly #cases = new Map<string, SimulatedCase>();
  readonly #given: { readonly to: SimulatedCase; readonly command: PlayedCommand }[] = [];
  readonly #post = new Post({
    cases: this.#cases,
    open: (id, definition) => this.#open(id, definition),
    tryGive: (to, command) => this.#tryGive(to, command) === undefined,
    mustAccept: (to, command) => this.#mustAccept(to, command),
    answered: (to, wait) => to === this.#main && this.#oracle.waits.occur(wait),
  });
  #oracle: Oracle;
  #main: SimulatedCase;
  #count = 0;
  #at = Date.parse('2026-01-05T08:00:00Z');
  #said = { at: 0, text: '' };
  #accepted = 0;
  #refused = 0;

  /** Without `restarts` the machine never stops; with `recorded` every journal is kept to the end. */
  constructor(
    block: Block,
    private readonly options: { readonly restarts: boolean; readonly recorded: boolean },
  ) {
    this.#plan = planOf(block);
    this.#definition = drawProcess(this.#plan);
    [this.#main, this.#oracle] = this.#begin();
  }

  /** Takes every step, then checks the laws that look at the whole. */
  run(steps: readonly Step[]): RunFigures {
    steps.forEach((step, index) => {
      this.#step(step);
      if (index % 100 === 99) this.#main.check();
    });
    this.#post.deliverAll();
    for (const one of this.#cases.values()) one.check();
    return { steps: steps.length, cases: this.#count, accepted: this.#accepted, refused: this.#refused };
  }

  get journals(): string {
    return JSON.stringify([...this.#cases.values()].map(({ journal }) => journal));
  }

  #begin(): [SimulatedCase, Oracle] {
    this.#count += 1;
    const main = this.#open(idOf(`sak.${this.#count}`), this.#definition);
    const start = { type: 'StartProcessInstance', processInstanceId: main.id, variables: { x: 0 } } as const;
    this.#main = main;
    this.#oracle = new Oracle(this.#plan);
    this.#mustAccept(main, start);
    this.#compare();
    return [main, this.#oracle];
  }

  #open(id: Id<'ProcessInstance'>, definition: ProcessDefinition): SimulatedCase {
    const opened = new SimulatedCase(id, definition, this.options.restarts);
    this.#cases.set(id, opened);
    return opened;
  }

  #step(step: Step): void {
    this.#at += 60_000;
    if (!this.#main.isActive) {
      // Its journal is read again as a whole for one case in four: the state after every step is checked for all.
      if (this.#count % 4 === 0) this.#main.check();
      if (!this.options.recorded) this.#main.letGo();
      this.#given.length = 0;
      [this.#main, this.#oracle] = this.#begin();
      return;
    }
    const fault = faults[step.fault % faults.length];
    if (fault !== undefined && this.#fault(fault, step)) return this.#compare();
    this.#goOn(step);
    this.#compare();
  }

  /** Satisfies one of the things that the case waits for, or delivers a parcel. */
  #goOn({ pick, x }: Step): void {
    const waits = this.#main.waits;
    const others = this.#post.work();
    const all = [...waits.filter(({ command }) => command !== undefined), ...others, ...this.#post.parcels];
    const chosen = all[pick % all.length];
    if (chosen === undefined)
      throw new Violation(`nothing can happen; the oracle waits for ${this.#oracle.waits.open.join(', ')}`);
    if ('effect' in chosen) return this.#post.deliver(chosen, false);
    if ('to' in chosen) return void this.#mustAccept(chosen.to, chosen.command);
    this.#satisfy(chosen, x);
  }

  #satisfy(wait: Wait, x: number): void {
    if (wait.command === undefined) return;
    if (wait.dueAt !== undefined) this.#at = Math.max(this.#at, Date.parse(wait.dueAt));
    // What one of two messages brings is kept until the other has come; here they bring nothing.
    const saysX = wait.dueAt === undefined && !wait.key.includes('#');
    if (saysX) this.#oracle.waits.x = x;
    this.#mustAccept(this.#main, wait.command(saysX ? { x } : {}));
    if (wait.isCondition) this.#oracle.waits.rest();
    else if (wait.isSignal) this.#oracle.waits.hear(wait.key.replace(/(\/\d+)*$/, ''));
    else this.#oracle.waits.occur(wait.key);
  }

  #mustAccept(to: SimulatedCase, command: PlayedCommand, target?: ProcessDefinition): void {
    const refusal = this.#tryGive(to, command, target);
    if (refusal !== undefined) throw new Violation(`${command.type} was refused: ${refusal}`);
  }

  /** Why a command was refused; undefined when it was accepted. */
  #tryGive(to: SimulatedCase, command: PlayedCommand, target?: ProcessDefinition): string | undefined {
    const decision = to.give(command, this.#now, target);
    if (!decision.ok) {
      this.#refused += 1;
      return JSON.stringify(decision.rejection);
    }
    this.#accepted += 1;
    this.#given.push({ to, command });
    this.#post.send(to.id, decision.events);
    return undefined;
  }

  get #now(): string {
    if (this.#said.at !== this.#at) this.#said = { at: this.#at, text: new Date(this.#at).toISOString() };
    return this.#said.text;
  }

  /** Lets something go wrong; false when there was nothing that could. */
  #fault(fault: Fault, step: Step): boolean {
    switch (fault) {
      case 'twice':
        return this.#giveAgain(step);
      case 'early':
        return this.#ringEarly(step);
      case 'unknown':
        return this.#mustRefuse(this.#main, {
          type: 'CompleteJob',
          jobId: idOf(`${this.#main.id}-999999`),
          variables: { x: step.x },
        });
      case 'parcel twice': {
        const parcel = this.#post.parcels[step.pick % Math.max(1, this.#post.parcels.length)];
        if (parcel !== undefined) this.#post.deliver(parcel, true);
        return parcel !== undefined;
      }
      case 'job fails':
        return this.#failJob(step);
      case 'suspended':
        return this.#suspend(step);
      case 'migrated':
        return this.#migrate();
      case 'moved':
        return this.#move(step);
      case 'retimed':
        return this.#retime(step);
      case 'cancelled':
        return this.#cancel(step);
    }
  }

  #mustRefuse(to: SimulatedCase, command: PlayedCommand): true {
    const before = to.journal.length;
    const decision = to.give(command, this.#now);
    this.#refused += 1;
    if (decision.ok || to.journal.length !== before)
      throw new Violation(`${command.type} was accepted though it must not be`);
    return true;
  }

  #giveAgain({ pick }: Step): boolean {
    const given = this.#given[pick % Math.max(1, this.#given.length)];
    if (given === undefined || !onceOnly.has(given.command.type)) return false;
    return this.#mustRefuse(given.to, given.command);
  }

  #ringEarly({ pick }: Step): boolean {
    const timers = [...this.#main.instance.timers.values()].filter(({ dueAt }) => dueAt > this.#now);
    const timer = timers[pick % Math.max(1, timers.length)];
    return timer !== undefined && this.#mustRefuse(this.#main, { type: 'TriggerTimer', timerId: timer.id });
  }

  #failJob({ pick, x }: Step): boolean {
    const jobs = [...this.#main.instance.jobs.values()];
    const job = jobs[pick % Math.max(1, jobs.length)];
    if (job === undefined) return false;
    this.#mustAccept(this.#main, { type: 'FailJob', jobId: job.id, message: 'nei' });
    this.#mustRefuse(this.#main, { type: 'CompleteJob', jobId: job.id, variables: { x } });
    const incident = [...this.#main.instance.incidents.values()].find(({ jobId }) => jobId === job.id);
    if (incident === undefined) throw new Violation('a job was given up without an incident');
    this.#mustAccept(this.#main, { type: 'ResolveIncident', incidentId: incident.id });
    return true;
  }

  #suspend({ pick, x }: Step): boolean {
    this.#mustAccept(this.#main, { type: 'SuspendProcessInstance' });
    const waits = this.#main.waits.filter(({ command }) => command !== undefined);
    const command = waits[pick % Math.max(1, waits.length)]?.command?.({ x });
    if (command !== undefined) this.#mustRefuse(this.#main, command);
    this.#mustAccept(this.#main, { type: 'ResumeProcessInstance' });
    return true;
  }

  /** The case goes on with another version, in which every node and flow has another id; a third migration leads back. */
  #migrate(): boolean {
    const versions = (this.#versions ??= [2, 3].map((version) => ({
      ...drawProcess(planOf(this.#plan.block, version)),
      version,
    })));
    const target = versions.find((one) => one !== this.#main.definition);
    if (target === undefined) return false;
    const { nodes } = this.#main.definition;
    const names = [...target.nodes.keys()];
    const mapping = Object.fromEntries([...nodes.keys()].map((id, index) => [id, names[index] ?? id]));
    this.#mustAccept(this.#main, { type: 'MigrateProcessInstance', mapping }, target);
    return true;
  }

  /** An operator takes a task away and goes on behind it, as if it had been done. */
  #move({ pick }: Step): boolean {
    const tasks = [...this.#main.instance.userTasks.values()].filter(({ node }) => node.startsWith('task-'));
    const task = tasks[pick % Math.max(1, tasks.length)];
    const wait = this.#main.waits.find(({ of }) => of === task?.id);
    const element = task && this.#main.instance.elements.get(task.elementInstanceId);
    if (wait === undefined || element?.parentId === undefined) return false;
    const { node, parentId: scopeInstanceId, id: elementInstanceId } = element;
    const start = [{ node, place: 'after' as const, scopeInstanceId }];
    this.#mustAccept(this.#main, { type: 'ModifyProcessInstance', cancel: [{ elementInstanceId }], start });
    this.#oracle.waits.occur(wait.key);
    return true;
  }

  /** An operator sets a waiting timer to another time: it waits for the same, and rings then and not before. */
  #retime({ pick, x }: Step): boolean {
    const timers = [...this.#main.instance.timers.values()].filter(({ dueAt }) => dueAt > this.#now);
    const { id: timerId } = timers[pick % Math.max(1, timers.length)] ?? {};
    if (timerId === undefined) return false;
    const dueAt = new Date(this.#at + (x + 1) * 7_777_000).toISOString();
    this.#mustAccept(this.#main, { type: 'ChangeTimer', timerId, dueAt, reason: 'avtalt' });
    if (this.#main.instance.timers.get(timerId)?.dueAt !== dueAt) throw new Violation('a timer kept its time');
    return this.#mustRefuse(this.#main, { type: 'TriggerTimer', timerId });
  }

  #cancel({ pick }: Step): boolean {
    // Most cases should live to see more than their beginning.
    if (pick % 8 !== 0) return false;
    this.#mustAccept(this.#main, { type: 'CancelProcessInstance', reason: 'trukket' });
    return true;
  }

  #compare(): void {
    if (!this.#main.isActive) {
      if (this.#main.instance.state === 'completed' && !this.#oracle.isDone) {
        throw new Violation(`the case is complete, but the oracle waits for ${this.#oracle.waits.open.join(', ')}`);
      }
      return;
    }
    const { incidents } = this.#main.instance;
    const incident = [...incidents.values()].find(({ code }) => code !== 'EXPRESSION');
    if (incident !== undefined) throw new Violation(`${incident.code} on ${incident.node}: ${incident.message}`);
    const waits = this.#main.waits.map(({ key }) => key).toSorted();
    if (this.#oracle.isDone) throw new Violation(`the oracle is done, but the case waits for ${waits.join(', ')}`);
    const open = this.#oracle.waits.open;
    if (waits.join() !== open.join()) {
      throw new Violation(`the case waits for [${waits.join(', ')}], the oracle for [${open.join(', ')}]`);
    }
  }
}
