import {
  compileProcess,
  decide,
  deserializeInstance,
  evolveAll,
  serializeInstance,
  type Command,
  type Decision,
  type DecisionWorld,
  type ProcessDefinition,
  type ProcessEvent,
  type ProcessInstance,
} from '../../src/engine/index.js';
import type { Id } from '../../src/shared/id.js';
import { kari, type PlayedCommand } from '../support/case-player.js';
import { brokenLaws, brokenRest } from '../../src/testbench/laws/case-laws.js';
import { waitsOf, type Wait } from './waits.js';

/** A law is broken; the simulation stops here. */
export class Violation extends Error {}

/** One case that is saved and read back around every command, as if the machine stopped each time. */
export class SimulatedCase {
  readonly journal: ProcessEvent[] = [];
  #checked = 0;
  #instance: ProcessInstance | undefined;
  #restored: ProcessInstance | undefined;
  #waits: { readonly of: ProcessInstance; readonly all: readonly Wait[] } | undefined;

  constructor(
    readonly id: Id<'ProcessInstance'>,
    public definition: ProcessDefinition,
    private readonly restarts: boolean,
  ) {}

  get instance(): ProcessInstance {
    if (this.#instance === undefined) throw new Violation(`case ${this.id} has not begun`);
    return this.#instance;
  }

  get hasBegun(): boolean {
    return this.#instance !== undefined;
  }

  get isActive(): boolean {
    return this.#instance?.state === 'active';
  }

  /** Everything that it waits for now. */
  get waits(): readonly Wait[] {
    if (this.#waits?.of !== this.instance) {
      this.#waits = { of: this.instance, all: waitsOf(this.instance, this.definition) };
    }
    return this.#waits.all;
  }

  /** Decides a command and keeps what follows; a refusal must leave everything as it was. */
  give(command: PlayedCommand, at: string, target?: ProcessDefinition): Decision {
    this.#restart();
    const world: DecisionWorld = {
      process: compileProcess(this.definition),
      deadlineRegister: [],
      ...(target === undefined ? {} : { target: compileProcess(target) }),
    };
    const decision = decide(this.#instance, { actor: kari, ...command, at } as Command, world);
    if (!decision.ok) return decision;
    this.#instance = evolveAll(this.#instance, decision.events);
    if (target !== undefined) this.definition = target;
    this.journal.push(...decision.events);
    const broken = brokenRest(this.instance);
    if (broken !== undefined) throw new Violation(broken);
    return decision;
  }

  /** The laws that look at the whole journal: replay (byte for byte, without the restarts), conservation, identity. */
  check(): void {
    if (this.#instance === undefined || this.#checked === this.journal.length) return;
    this.#checked = this.journal.length;
    const [broken] = brokenLaws(this.#instance, this.journal);
    if (broken !== undefined) throw new Violation(broken);
  }

  /** The journal so far is not read again, and need not be kept. */
  letGo(): void {
    this.journal.length = 0;
    this.#checked = 0;
  }

  #restart(): void {
    if (!this.restarts || this.#instance === undefined || this.#instance === this.#restored) return;
    const saved = JSON.stringify(serializeInstance(this.#instance));
    this.#instance = deserializeInstance(JSON.parse(saved));
    this.#restored = this.#instance;
  }
}
