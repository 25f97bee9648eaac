/** A timer that will ring, of an instance or of a start event. */
export interface QueuedTimer {
  readonly id: string;
  readonly dueAt: string;
  readonly order: number;
}

/** Timers by due time, those of the same time in the order in which they were set: a binary heap. */
export class TimerQueue {
  #heap: QueuedTimer[] = [];
  #order = 0;

  add(id: string, dueAt: string): void {
    this.#order += 1;
    this.#heap.push({ id, dueAt, order: this.#order });
    this.#rise(this.#heap.length - 1);
  }

  first(): QueuedTimer | undefined {
    return this.#heap[0];
  }

  removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  clear(): void {
    this.#heap = [];
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const smaller = this.#isBefore(right, left) ? right : left;
      if (!this.#isBefore(smaller, at)) return;
      this.#swap(at, smaller);
      at = smaller;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (first === undefined || second === undefined) return first !== undefined;
    return first.dueAt === second.dueAt ? first.order < second.order : first.dueAt < second.dueAt;
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (first === undefined || second === undefined) return;
    this.#heap[one] = second;
    this.#heap[other] = first;
  }
}
