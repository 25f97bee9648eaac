/**
 * What ends together: a scope, or an activity with what sits on its edge. A scope also counts its ways and goes on when
 * the last one has ended.
 */
export class Domain {
  readonly #closers = new Set<() => void>();
  readonly #children = new Set<Domain>();
  #parent: Domain | undefined;
  #counter: Domain | undefined;
  #ways = 0;
  #isDead = false;

  constructor(private readonly onEmpty?: () => void) {}

  get isDead(): boolean {
    return this.#isDead;
  }

  child(onEmpty?: () => void): Domain {
    const child = new Domain(onEmpty);
    child.#parent = this;
    this.#children.add(child);
    return child;
  }

  /** Lets another domain count this one's ways: work that ends apart from the scope it is in. */
  counts(counter: Domain): void {
    this.#counter = counter;
  }

  enter(): void {
    if (this.#counter) return this.#counter.enter();
    this.#ways += 1;
  }

  leave(): void {
    if (this.#isDead) return;
    if (this.#counter) return this.#counter.leave();
    this.#ways -= 1;
    if (this.#ways > 0) return;
    this.end();
    this.onEmpty?.();
  }

  /** Forgets the ways that were ended from outside; one is left. */
  restart(): void {
    this.#ways = 0;
  }

  owns(close: () => void): void {
    this.#closers.add(close);
  }

  forget(close: () => void): void {
    this.#closers.delete(close);
  }

  end(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    if (this.#parent !== undefined) this.#parent.#children.delete(this);
    for (const child of [...this.#children]) child.end();
    for (const close of [...this.#closers]) close();
  }
}
