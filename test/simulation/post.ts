import { effectsOf, type Effect, type ProcessEvent } from '../../src/engine/index.js';
import type { Id } from '../../src/shared/id.js';
import type { PlayedCommand } from '../support/case-player.js';
import { buildProcess, endEvent, inOrder, startEvent, userTask } from '../support/process-builder.js';
import { Violation, type SimulatedCase } from './simulated-case.js';

/** An effect on its way, which may come late, out of order and more than once. */
export interface Parcel {
  readonly from: Id<'ProcessInstance'>;
  readonly effect: Effect;
}

/** The process that call activities call. */
const called = buildProcess('kalt', {
  nodes: [startEvent('kalt-start'), userTask('kalt-oppgave', { assignee: '"kari"' }), endEvent('kalt-slutt')],
  flows: inOrder('kalt-start', 'kalt-oppgave', 'kalt-slutt'),
});

/** What the post needs of the world around it. */
export interface World {
  readonly cases: ReadonlyMap<string, SimulatedCase>;
  open(id: Id<'ProcessInstance'>, definition: typeof called): SimulatedCase;
  /** Gives a command and counts what came of it; undefined when it was refused. */
  tryGive(to: SimulatedCase, command: PlayedCommand): boolean;
  mustAccept(to: SimulatedCase, command: PlayedCommand): void;
  /** A call of this case has its answer. */
  answered(to: SimulatedCase, wait: string): unknown;
}

/** Carries what cases ask of each other: calls, their ends, and their cancellations. */
export class Post {
  #parcels: readonly Parcel[] = [];
  readonly #running = new Set<SimulatedCase>();

  constructor(private readonly world: World) {}

  get parcels(): readonly Parcel[] {
    return this.#parcels;
  }

  send(from: Id<'ProcessInstance'>, events: readonly ProcessEvent[]): void {
    const effects = events.flatMap(effectsOf).filter(({ type }) => type.endsWith('CalledProcess'));
    if (effects.length > 0) this.#parcels = [...this.#parcels, ...effects.map((effect) => ({ from, effect }))];
  }

  /** A parcel arrives; one that comes twice stays on its way. */
  deliver(parcel: Parcel, twice: boolean): void {
    if (!twice) this.#parcels = this.#parcels.filter((one) => one !== parcel);
    const { effect, from } = parcel;
    if (effect.type === 'StartCalledProcess') this.#start(effect);
    else if (effect.type === 'CancelCalledProcess') this.#cancel(parcel, effect.calledInstanceId);
    else if (effect.type === 'CompleteCalledProcess') this.#answer(from, effect);
  }

  /** Everything arrives; then no called process may run that nobody waits for. */
  deliverAll(): void {
    for (let parcel = this.#parcels[0]; parcel !== undefined; parcel = this.#parcels[0]) this.deliver(parcel, false);
    const cases = [...this.world.cases.values()].filter(({ isActive }) => isActive);
    const awaited = new Set(
      cases.flatMap(({ instance }) => [...instance.elements.values()].map(({ calledInstanceId }) => calledInstanceId)),
    );
    if (cases.some((one) => one.definition === called && !awaited.has(one.id))) {
      throw new Violation('a called process runs on that nobody waits for');
    }
  }

  /** What could be done in the called processes. */
  work(): readonly { readonly to: SimulatedCase; readonly command: PlayedCommand }[] {
    for (const one of this.#running) if (!one.isActive) this.#running.delete(one);
    return [...this.#running].flatMap((to) =>
      to.waits.flatMap(({ command }) => (command ? [{ to, command: command({}) }] : [])),
    );
  }

  #answer(from: Id<'ProcessInstance'>, effect: Extract<Effect, { readonly type: 'CompleteCalledProcess' }>): void {
    const { processInstanceId, elementInstanceId } = effect.caller;
    const caller = this.world.cases.get(processInstanceId);
    if (caller === undefined) throw new Violation('a called process has no caller');
    const waits = caller.isActive ? caller.waits : [];
    const wait = waits.find(({ call }) => call === elementInstanceId);
    const { variables } = effect;
    const command = { type: 'CompleteCalledProcess', elementInstanceId, calledInstanceId: from, variables } as const;
    const isTaken = this.world.tryGive(caller, command);
    if (isTaken && wait === undefined) throw new Violation('the end of a called process was taken twice');
    if (!isTaken && wait !== undefined) throw new Violation('a call that waits refused the end of what it called');
    if (wait !== undefined) this.world.answered(caller, wait.key);
  }

  #start({ calledInstanceId, caller }: Extract<Effect, { readonly type: 'StartCalledProcess' }>): void {
    if (this.world.cases.has(calledInstanceId)) return;
    const start = { type: 'StartProcessInstance', processInstanceId: calledInstanceId, variables: {}, caller } as const;
    const opened = this.world.open(calledInstanceId, called);
    this.world.mustAccept(opened, start);
    this.#running.add(opened);
  }

  #cancel(parcel: Parcel, id: Id<'ProcessInstance'>): void {
    const child = this.world.cases.get(id);
    // Its start is still on the way and must not outlive the cancellation.
    if (child === undefined) this.#parcels = [...this.#parcels, parcel];
    else if (child.isActive) this.world.mustAccept(child, { type: 'CancelProcessInstance', reason: 'trengs ikke' });
  }
}
