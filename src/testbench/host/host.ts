import {
  decide,
  effectsOf,
  type Command,
  type DeadlineRegister,
  type DecisionWorld,
  type Effect,
  type ProcessInstance,
  type Rejection,
} from '../../engine/index.js';
import { idOf, type Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import { systemActor } from '../../runtime/system-actor.js';
import { notFound } from '../refusal.js';
import { CaseBook } from './case-book.js';
import { Decisions } from './decisions.js';
import { Definitions, type DeployedProcess } from './definitions.js';
import { Mailbox } from './mailbox.js';
import type { Options } from './options.js';
import { StartEvents } from './start-events.js';
import { TimerQueue } from './timer-queue.js';

type Untimed<Whole> = Whole extends unknown ? Omit<Whole, 'at' | 'actor'> : never;

/** A command as the host gives it: the virtual clock is its time, and the system its actor where nobody is named. */
export type HostCommand = Untimed<Command> & { readonly actor?: Command['actor'] };

/** An effect that is still to be carried out, with the instance it came from. */
export interface PendingEffect {
  readonly from: Id<'ProcessInstance'>;
  readonly effect: Effect;
}

/** What a command is decided with, where it is not the version that the instance runs on. */
interface Around {
  /** The process that is started. */
  readonly process?: DeployedProcess;
  /** The version that an instance is to go on with. */
  readonly target?: DeployedProcess;
}

/** Everything that the bench remembers, and the one way in which an instance changes. */
export class Host {
  readonly definitions = new Definitions();
  readonly decisions = new Decisions();
  readonly cases = new CaseBook();
  readonly mailbox = new Mailbox();
  readonly timers = new TimerQueue();
  readonly starts = new StartEvents();
  readonly effects: PendingEffect[] = [];
  /** Who has written to whom: in a conversation answers go to the partner. */
  readonly partners = new Map<string, Set<string>>();
  readonly forms = new Map<string, JsonObject>();
  deadlineRegister: DeadlineRegister = [];
  deployments = 0;
  #started = 0;
  #hasNewWaits = false;

  constructor(
    public at: string,
    public options: Options,
  ) {}

  /** An id for an instance that is about to start: told by what it is of and in which order. */
  nextInstanceId(key: string): Id<'ProcessInstance'> {
    this.#started += 1;
    return idOf(`${key}:${this.#started}`);
  }

  /** Decides a command and commits what follows; effects wait to be carried out. Says why when it cannot be. */
  tryGive(id: string, command: HostCommand, { process, target }: Around = {}): Rejection | undefined {
    const before = this.cases.find(id);
    const world = this.#world(process ?? this.processOf(before, id), target);
    const decision = decide(before, { actor: systemActor, ...command, at: this.at }, world);
    if (!decision.ok) return decision.rejection;

    for (const event of decision.events) {
      if (event.type === 'TimerScheduled') this.timers.add(event.timer.id, event.timer.dueAt);
      if (event.type === 'MessageSubscribed') this.#hasNewWaits = true;
    }
    this.cases.commit(id, decision.events);
    for (const event of decision.events) {
      this.effects.push(...effectsOf(event).map((effect) => ({ from: idOf<'ProcessInstance'>(id), effect })));
    }
    return undefined;
  }

  /** Whether a wait for a message has begun since somebody last asked. */
  takeNewWaits(): boolean {
    const had = this.#hasNewWaits;
    this.#hasNewWaits = false;
    return had;
  }

  /** The version that an instance runs on. */
  processOf(instance: ProcessInstance | undefined, id: string): DeployedProcess {
    const pin = instance?.definition;
    const process = pin && this.definitions.version(pin.key, pin.version);
    if (process === undefined) throw notFound('process instance', id);
    return process;
  }

  /** Sets every alarm again, as instances and start events know them. */
  setTimersAnew(): void {
    this.timers.clear();
    const ofInstances = this.cases.all().flatMap(({ timers }) => [...timers.values()]);
    for (const { id, dueAt } of [...ofInstances, ...this.starts.timers()]) this.timers.add(id, dueAt);
  }

  #world({ compiled: process, deployment }: DeployedProcess, target: DeployedProcess | undefined): DecisionWorld {
    const { deadlineRegister } = this;
    const decisions = this.decisions.registerFor(deployment);
    return { process, deadlineRegister, decisions, ...(target === undefined ? {} : { target: target.compiled }) };
  }
}
