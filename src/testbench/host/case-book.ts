import { evolveAll, type ProcessEvent, type ProcessInstance } from '../../engine/index.js';
import { notFound } from '../refusal.js';

/** A fact with its number among all facts of the bench. */
export interface JournalRow {
  readonly seq: number;
  readonly event: ProcessEvent;
}

/** An instance as it stands, with how many rows of its journal led there. */
interface Entry {
  readonly instance: ProcessInstance;
  readonly journal: JournalRow[];
  readonly rows: number;
}

/** Every instance of the bench, running and ended, in the order in which they began. */
export class CaseBook {
  readonly #entries = new Map<string, Entry>();
  #seq = 0;

  /** Folds facts into an instance. It is done as a whole or, when it is stopped, not at all. */
  commit(id: string, events: readonly ProcessEvent[]): void {
    const before = this.#entries.get(id);
    const journal = before?.journal ?? [];
    journal.length = before?.rows ?? 0;
    const instance = evolveAll(before?.instance, events);
    for (const event of events) {
      this.#seq += 1;
      journal.push({ seq: this.#seq, event });
    }
    if (instance !== undefined) this.#entries.set(id, { instance, journal, rows: journal.length });
  }

  find(id: string): ProcessInstance | undefined {
    return this.#entries.get(id)?.instance;
  }

  /** The instance of an id that somebody asks for. */
  get(id: string): ProcessInstance {
    return this.find(id) ?? refuse(id);
  }

  /** The one instance that is asked for, or all of them. */
  asked(id: string | undefined): readonly ProcessInstance[] {
    return id === undefined ? this.all() : [this.get(id)];
  }

  all(): readonly ProcessInstance[] {
    return Array.from(this.#entries.values(), ({ instance }) => instance);
  }

  journal(id: string): readonly JournalRow[] {
    const entry = this.#entries.get(id) ?? refuse(id);
    return entry.journal.slice(0, entry.rows);
  }
}

function refuse(id: string): never {
  throw notFound('process instance', id);
}

/** The instance that a part of it belongs to: ids inside an instance are `<instance>-<number>`. */
export const instanceIdOf = (partId: string): string => partId.slice(0, Math.max(0, partId.lastIndexOf('-')));
