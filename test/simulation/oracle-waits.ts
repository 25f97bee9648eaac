import type { EdgeKind, LeafKind } from './block.js';
import type { Domain } from './oracle-domain.js';

/** Continues after a block; called at most once. */
export type Next = () => void;

/** Where a block runs: what ends with it, the bodies of multi-instances it is in, and who counts its ways. */
export interface Place {
  readonly domain: Domain;
  readonly path: string;
}

/** Something that is waited for, until its domain ends. */
interface Awaited {
  readonly key: string;
  readonly domain: Domain;
  readonly go: () => void;
}

/** A condition that is watched: it occurs when it has become true. */
interface Watched extends Awaited {
  held: boolean;
}

/** What the oracle waits for, by name; the same thing may be awaited more than once, the oldest first. */
export class OracleWaits {
  readonly #open = new Map<string, (() => void)[]>();
  readonly #watched = new Set<Watched>();
  /** The one variable that conditions ask. */
  x = 0;

  /** What is waited for now, sorted. */
  get open(): readonly string[] {
    return [...this.#open].flatMap(([wait, awaited]) => awaited.map(() => wait)).toSorted();
  }

  /** Waits for something once at a place; ends with its domain. */
  waitAt(node: string, { domain, path }: Place, go: Next): () => void {
    return this.#wait({ key: `${node}${path}`, domain, go });
  }

  /** Waits for an event on an edge or at a start; one that does not interrupt is heard again, but a timer. */
  arm(node: string, by: EdgeKind, place: Place, go: (again: Next) => void): void {
    const again = by === 'timer' ? () => undefined : () => wait(true);
    const wait = (held: boolean): void => {
      if (by !== 'condition') return void this.waitAt(node, place, () => go(again));
      this.#watch({ key: `${node}${place.path}`, domain: place.domain, go: () => go(again) }, held);
    };
    wait(false);
  }

  leaf(node: string, wait: LeafKind, place: Place, next: Next): void {
    if (wait === 'none' || wait === 'script') return next();
    if (wait === 'condition') return this.arm(node, wait, place, next);
    // An alarm that cannot be set while x is 0: an incident, and the same again when that is resolved.
    if (wait === 'stuck' && this.x === 0)
      return void this.waitAt(`${node}!`, place, () => this.leaf(node, wait, place, next));
    this.waitAt(node, place, next);
  }

  /** An event with two messages, of which one or both must come. */
  both(id: string, parallel: boolean, place: Place, next: Next): void {
    const event = place.domain.child();
    let left = parallel ? 2 : 1;
    for (const part of [0, 1]) {
      this.waitAt(`${id}#${part}`, { ...place, domain: event }, () => {
        left -= 1;
        if (left > 0) return;
        event.end();
        next();
      });
    }
  }

  /** Waits for something once; answers how to stop waiting. */
  #wait({ key, domain, go: occurred }: Awaited): () => void {
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

  /** Waits for the condition to become true; `held` says that it is true and has been heard. */
  #watch(awaited: Awaited, held: boolean): void {
    const { key, domain, go } = awaited;
    const watched: Watched = { ...awaited, held, go: () => stop() };
    const forget = (): void => void this.#watched.delete(watched);
    const close = this.#wait({ key, domain, go });
    const stop = (): void => {
      forget();
      domain.forget(forget);
      close();
      go();
    };
    this.#watched.add(watched);
    domain.owns(forget);
  }

  /** Everything has come to rest: conditions that have become true occur, one after the other. */
  rest(): void {
    for (;;) {
      if (this.x !== 2) for (const one of this.#watched) one.held = false;
      const risen = this.x === 2 ? [...this.#watched].find(({ held }) => !held) : undefined;
      if (risen === undefined) return;
      risen.go();
    }
  }

  /** Something that was waited for has happened. */
  occur(wait: string): void {
    const go = this.#open.get(wait)?.[0];
    if (go === undefined) throw new Error(`the oracle does not wait for ${wait}`);
    go();
    this.rest();
  }

  /** A signal has been sent: all that wait for it on one node hear it, each that waited when it was sent. */
  hear(node: string): void {
    const isMeant = (wait: string): boolean => wait === node || wait.startsWith(`${node}/`);
    const waiting = [...this.#open].flatMap(([wait, awaited]) =>
      isMeant(wait) ? awaited.map((go) => ({ wait, go })) : [],
    );
    // What one of them ends no longer hears it.
    for (const { wait, go } of waiting) if (this.#open.get(wait)?.includes(go)) go();
    this.rest();
  }
}
