import { Domain } from './oracle-domain.js';
import { OracleWaits, type Next, type Place } from './oracle-waits.js';
import type { BlockOf, EdgeKind } from './block.js';
import { partOf, type Plan } from './plan.js';

/**
 * Says what a process made of blocks waits for, without tokens, joins, machines or events: each block is a few lines of
 * plain control flow. The engine must at every moment wait for exactly the same.
 */
export class Oracle {
  readonly waits = new OracleWaits();
  #isDone = false;

  constructor(plan: Plan) {
    const root = new Domain(() => (this.#isDone = true));
    this.#scope(root, '', (place) => this.#run(plan, place, () => place.domain.leave()));
    this.waits.rest();
  }

  get isDone(): boolean {
    return this.#isDone;
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
        return this.waits.leaf(plan.id, block.wait, place, next);
      case 'both':
        return this.waits.both(plan.id, block.parallel, place, next);
      case 'first':
        return this.#first(plan, place, next);
      case 'sequence':
        return this.#sequence(plan.parts, place, next);
      case 'and':
      case 'split':
        return this.#all(plan.parts, place, next);
      case 'xor':
        return this.#run(plan.parts[this.waits.x] ?? partOf(plan, 0), place, next);
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
      case 'free':
        return this.#free(plan, place, next);
      case 'repeat':
        return this.#repeat(plan, { place, next, left: 3, isFirst: block.testBefore });
      case 'each':
        return this.#each(plan, block, place, next);
      case 'edge':
        return this.#edge(plan, block, place, next);
      case 'guard':
        return this.#guard(plan, block, place, next);
      case 'guards':
        return this.#guards(plan, place, next);
      case 'throws':
        return this.#throws(plan, block, place, next);
      case 'undo':
        return this.#undo(plan, place, next);
      case 'cancel':
        return this.#cancel(plan, place, next);
      default:
        throw new Error(`Expected a block with a scope, but got ${block.kind}`);
    }
  }

  /** The first part that is done goes on; the other one ends when it is done. */
  #first(plan: Plan, place: Place, next: Next): void {
    let isFirst = true;
    place.domain.enter();
    for (const part of plan.parts) {
      this.#run(part, place, () => {
        if (!isFirst) return place.domain.leave();
        isFirst = false;
        next();
      });
    }
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
    const chosen = plan.parts.filter((_, index) => index > 0 && this.waits.x >= index);
    return chosen.length > 0 ? chosen : [partOf(plan, 0)];
  }

  #race(plan: Plan, events: number, place: Place, next: Next): void {
    const race = place.domain.child();
    for (let index = 0; index < events; index += 1) {
      this.waits.waitAt(`${plan.id}-e${index}`, { ...place, domain: race }, () => {
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

  #free(plan: Plan, place: Place, next: Next): void {
    const domain = place.domain.child(next);
    for (const _ of plan.parts) domain.enter();
    for (const part of plan.parts) this.#run(part, { ...place, domain }, () => domain.leave());
  }

  #repeat(
    plan: Plan,
    round: { readonly place: Place; readonly next: Next; readonly left: number; readonly isFirst: boolean },
  ): void {
    const { place, next, left } = round;
    if (round.isFirst && this.waits.x >= 2) return next();
    this.#inside(partOf(plan, 0), place, () => {
      if (left === 1 || this.waits.x >= 2) return next();
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
    { by, interrupting }: { readonly by: EdgeKind; readonly interrupting: boolean },
    place: Place,
    next: Next,
  ): void {
    const activity = place.domain.child();
    const after = partOf(plan, 1);
    this.waits.arm(`${plan.id}-kant`, by, { ...place, domain: activity }, (again) => {
      if (interrupting) {
        activity.end();
        return this.#run(after, place, next);
      }
      again();
      place.domain.enter();
      this.#run(after, place, () => place.domain.leave());
    });
    this.#inside(partOf(plan, 0), { ...place, domain: activity }, () => {
      activity.end();
      next();
    });
  }

  #guard(
    plan: Plan,
    { by, interrupting }: { readonly by: EdgeKind; readonly interrupting: boolean },
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
    room.enter();
    this.waits.arm(`${plan.id}-vakt-start`, by, { ...place, domain: room }, (again) => {
      if (!interrupting) {
        again();
        return handle();
      }
      room.enter();
      work.end();
      room.restart();
      handle();
    });
    work.counts(room);
    this.#run(partOf(plan, 0), { domain: work, path: place.path }, () => work.leave());
  }

  /** Whichever comes first ends the work, and the other one can come no more. */
  #guards(plan: Plan, place: Place, next: Next): void {
    const room = place.domain.child(next);
    const [work, armed] = [room.child(), room.child()];
    const interruptedBy = (event: string, handle: () => void): void =>
      void this.waits.waitAt(event, { ...place, domain: armed }, () => {
        armed.end();
        room.enter();
        work.end();
        room.restart();
        room.enter();
        handle();
      });
    room.enter();
    interruptedBy(`${plan.id}-vakt-start`, () => {
      const handling = room.child(() => room.leave());
      this.#scope(handling, place.path, (one) => this.#run(partOf(plan, 1), one, () => handling.leave()));
    });
    interruptedBy(`${plan.id}-vakt2-start`, () => room.leave());
    work.counts(room);
    this.#run(partOf(plan, 0), { domain: work, path: place.path }, () => work.leave());
  }

  #throws(plan: Plan, { result, inside }: BlockOf<'throws'>, place: Place, next: Next): void {
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
      if (inside) return void this.#inside(after, place, next);
      this.#run(after, place, next);
    };
    room.enter();
    room.enter();
    const inner = { ...place, domain: room };
    this.#run(before, inner, thrown);
    this.#run(beside, inner, () => room.leave());
  }

  #undo({ id }: Plan, place: Place, next: Next): void {
    const steps = [`${id}-a`, `${id}-b`, `${id}-b-om`, `${id}-a-om`, `${id}-etter`];
    const step = (index: number): void => {
      const node = steps[index];
      if (node === undefined) return next();
      this.waits.waitAt(node, place, () => step(index + 1));
    };
    step(0);
  }

  #cancel(plan: Plan, place: Place, next: Next): void {
    const [before, beside, after] = [partOf(plan, 0), partOf(plan, 1), partOf(plan, 2)];
    const room = place.domain.child(next);
    const inner = { ...place, domain: room };
    const cancelled = (): void => {
      room.end();
      this.waits.waitAt(`${plan.id}-a-om`, place, () => this.#run(after, place, next));
    };
    room.enter();
    room.enter();
    this.waits.waitAt(`${plan.id}-a`, inner, () => this.#run(before, inner, cancelled));
    this.#run(beside, inner, () => room.leave());
  }
}
