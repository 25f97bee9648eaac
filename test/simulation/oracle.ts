import { Domain } from './oracle-domain.js';
import { partOf, type Plan } from './plan.js';

/** Continues after a block; called at most once. */
type Next = () => void;

/** Where a block runs: what ends with it, the bodies of multi-instances it is in, and who counts its ways. */
interface Place {
  readonly domain: Domain;
  readonly path: string;
}

/**
 * Says what a process made of blocks waits for, without tokens, joins, machines or events: each block is a few lines of
 * plain control flow. The engine must at every moment wait for exactly the same.
 */
export class Oracle {
  /** By name; the same thing may be awaited more than once, the oldest first. */
  readonly #open = new Map<string, (() => void)[]>();
  #isDone = false;
  /** The one variable that conditions ask. */
  x = 0;

  constructor(plan: Plan) {
    const root = new Domain(() => (this.#isDone = true));
    this.#scope(root, '', (place) => this.#run(plan, place, () => place.domain.leave()));
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** What is waited for now, sorted. */
  get open(): readonly string[] {
    return [...this.#open].flatMap(([wait, awaited]) => awaited.map(() => wait)).toSorted();
  }

  /** Something that was waited for has happened. */
  occur(wait: string): void {
    const go = this.#open.get(wait)?.[0];
    if (go === undefined) throw new Error(`the oracle does not wait for ${wait}`);
    go();
  }

  /** A signal has been sent: all that wait for it on one node hear it, each that waited when it was sent. */
  hear(node: string): void {
    const isMeant = (wait: string): boolean => wait === node || wait.startsWith(`${node}/`);
    const waiting = [...this.#open].flatMap(([wait, awaited]) =>
      isMeant(wait) ? awaited.map((go) => ({ wait, go })) : [],
    );
    // What one of them ends no longer hears it.
    for (const { wait, go } of waiting) if (this.#open.get(wait)?.includes(go)) go();
  }

  #scope(domain: Domain, path: string, begin: (place: Place) => void): void {
    domain.enter();
    begin({ domain, path });
  }

  #run(plan: Plan, place: Place, next: Next): void {
    if (place.domain.isDead) return;
    const { block } = plan;
    switch (block.kind) {
      case 'leaf':
        return block.wait === 'none' || block.wait === 'script' ? next() : void this.#wait(plan.id, place, next);
      case 'sequence':
        return this.#sequence(plan.parts, place, next);
      case 'and':
      case 'split':
        return this.#all(plan.parts, place, next);
      case 'xor':
        return this.#run(plan.parts[this.x] ?? partOf(plan, 0), place, next);
      case 'or':
        return this.#all(this.#chosen(plan), place, next);
      case 'link':
        return this.#run(partOf(plan, 0), place, next);
      case 'race':
        return this.#race(plan, block.events.length, place, next);
      default:
        return this.#runScope(plan, place, next);
    }
  }

  #runScope(plan: Plan, place: Place, next: Next): void {
    const { block } = plan;
    switch (block.kind) {
      case 'sub':
        return void this.#inside(partOf(plan, 0), place, next);
      case 'repeat':
        return this.#repeat(plan, { place, next, left: 3, isFirst: block.testBefore });
      case 'each':
        return this.#each(plan, block, place, next);
      case 'edge':
        return this.#edge(plan, block, place, next);
      case 'guard':
        return this.#guard(plan, block, place, next);
      case 'throws':
        return this.#throws(plan, block.result, place, next);
      case 'undo':
        return this.#undo(plan, place, next);
      case 'cancel':
        return this.#cancel(plan, place, next);
      default:
        throw new Error(`Expected a block with a scope, but got ${block.kind}`);
    }
  }

  /** Waits for something once; ends with its domain. */
  #wait(node: string, { domain, path }: Place, occurred: Next): () => void {
    const key = `${node}${path}`;
    const go = (): void => {
      close();
      occurred();
    };
    const close = (): void => {
      const others = this.#open.get(key)?.filter((one) => one !== go) ?? [];
      if (others.length > 0) this.#open.set(key, others);
      else this.#open.delete(key);
      domain.forget(close);
    };
    this.#open.set(key, [...(this.#open.get(key) ?? []), go]);
    domain.owns(close);
    return close;
  }

  #sequence(parts: readonly Plan[], place: Place, next: Next): void {
    const [first, ...rest] = parts;
    if (first === undefined) return next();
    this.#run(first, place, () => this.#sequence(rest, place, next));
  }

  #all(parts: readonly Plan[], place: Place, next: Next): void {
    let left = parts.length;
    for (const part of parts) this.#run(part, place, () => (left -= 1) === 0 && next());
  }

  #chosen(plan: Plan): readonly Plan[] {
    const chosen = plan.parts.filter((_, index) => index > 0 && this.x >= index);
    return chosen.length > 0 ? chosen : [partOf(plan, 0)];
  }

  #race(plan: Plan, events: number, place: Place, next: Next): void {
    const race = place.domain.child();
    for (let index = 0; index < events; index += 1) {
      this.#wait(`${plan.id}-e${index}`, { ...place, domain: race }, () => {
        race.end();
        this.#run(partOf(plan, 0), place, next);
      });
    }
  }

  #inside(inside: Plan, place: Place, next: Next): Domain {
    const domain = place.domain.child(next);
    this.#scope(domain, place.path, (inner) => this.#run(inside, inner, () => domain.leave()));
    return domain;
  }

  #repeat(
    plan: Plan,
    round: { readonly place: Place; readonly next: Next; readonly left: number; readonly isFirst: boolean },
  ): void {
    const { place, next, left } = round;
    if (round.isFirst && this.x >= 2) return next();
    this.#inside(partOf(plan, 0), place, () => {
      if (left === 1 || this.x >= 2) return next();
      this.#repeat(plan, { place, next, left: left - 1, isFirst: false });
    });
  }

  #each(
    plan: Plan,
    { sequential, early }: { readonly sequential: boolean; readonly early: boolean },
    place: Place,
    next: Next,
  ): void {
    const whole = place.domain.child();
    let completed = 0;
    const body = (index: number): void => {
      this.#inside(partOf(plan, 0), { domain: whole, path: `${place.path}/${index}` }, () => {
        completed += 1;
        if (completed === 3 || (early && completed === 2)) {
          whole.end();
          return next();
        }
        if (sequential) body(index + 1);
      });
    };
    for (let index = 0; index < (sequential ? 1 : 3) && !whole.isDead; index += 1) body(index);
  }

  #edge(
    plan: Plan,
    { by, interrupting }: { readonly by: string; readonly interrupting: boolean },
    place: Place,
    next: Next,
  ): void {
    const activity = place.domain.child();
    const after = partOf(plan, 1);
    const arm = (): void => {
      this.#wait(`${plan.id}-kant`, { ...place, domain: activity }, () => {
        if (interrupting) {
          activity.end();
          return this.#run(after, place, next);
        }
        if (by !== 'timer') arm();
        place.domain.enter();
        this.#run(after, place, () => place.domain.leave());
      });
    };
    arm();
    this.#inside(partOf(plan, 0), { ...place, domain: activity }, () => {
      activity.end();
      next();
    });
  }

  #guard(
    plan: Plan,
    { by, interrupting }: { readonly by: string; readonly interrupting: boolean },
    place: Place,
    next: Next,
  ): void {
    const room = place.domain.child(next);
    const work = room.child();
    const handle = (): void => {
      room.enter();
      const inner = { domain: room.child(() => room.leave()), path: place.path };
      this.#scope(inner.domain, place.path, (one) => this.#run(partOf(plan, 1), one, () => inner.domain.leave()));
    };
    const arm = (): void => {
      this.#wait(`${plan.id}-vakt-start`, { ...place, domain: room }, () => {
        if (!interrupting) {
          if (by !== 'timer') arm();
          return handle();
        }
        room.enter();
        work.end();
        room.restart();
        handle();
      });
    };
    room.enter();
    arm();
    work.counts(room);
    this.#run(partOf(plan, 0), { domain: work, path: place.path }, () => work.leave());
  }

  #throws(plan: Plan, result: 'error' | 'escalation' | 'terminate', place: Place, next: Next): void {
    const [before, beside, after] = [partOf(plan, 0), partOf(plan, 1), partOf(plan, 2)];
    const room = place.domain.child(next);
    const thrown = (): void => {
      if (result === 'escalation') {
        place.domain.enter();
        this.#run(after, place, () => place.domain.leave());
        return room.leave();
      }
      room.end();
      if (result === 'terminate') return next();
      this.#run(after, place, next);
    };
    room.enter();
    room.enter();
    const inner = { ...place, domain: room };
    this.#run(before, inner, thrown);
    this.#run(beside, inner, () => room.leave());
  }

  #undo({ id }: Plan, place: Place, next: Next): void {
    const steps = [`${id}-a`, `${id}-b`, `${id}-b-om`, `${id}-a-om`];
    const step = (index: number): void => {
      const node = steps[index];
      if (node === undefined) return next();
      this.#wait(node, place, () => step(index + 1));
    };
    step(0);
  }

  #cancel(plan: Plan, place: Place, next: Next): void {
    const [before, beside, after] = [partOf(plan, 0), partOf(plan, 1), partOf(plan, 2)];
    const room = place.domain.child(next);
    const inner = { ...place, domain: room };
    const cancelled = (): void => {
      room.end();
      this.#wait(`${plan.id}-a-om`, place, () => this.#run(after, place, next));
    };
    room.enter();
    room.enter();
    this.#wait(`${plan.id}-a`, inner, () => this.#run(before, inner, cancelled));
    this.#run(beside, inner, () => room.leave());
  }
}
