import { evaluate, firstRing, followingRing, type FirstRing, type TimerSchedule } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { DeployedProcess } from './definitions.js';
import type { StartTrigger } from './start-triggers.js';

/** The alarm of a timer start event. */
export interface StartTimer extends FirstRing {
  readonly id: string;
  readonly process: DeployedProcess;
  readonly start: StartTrigger;
}

interface Gathered {
  readonly parts: ReadonlySet<number>;
  readonly variables: JsonObject;
}

/** What start events remember between their events: their alarms, and what has come of a parallel multiple event. */
export class StartEvents {
  readonly #timers = new Map<string, StartTimer>();
  readonly #gathered = new Map<string, Gathered>();
  #count = 0;

  /** Every alarm that is set. */
  timers(): readonly StartTimer[] {
    return [...this.#timers.values()];
  }

  timer(id: string): StartTimer | undefined {
    return this.#timers.get(id);
  }

  /** Sets the alarm of a start event as it is deployed; undefined when its time cannot be read. */
  set(process: DeployedProcess, start: StartTrigger, at: string): StartTimer | undefined {
    const when = start.trigger.kind === 'timer' ? whenOf(start.trigger.schedule, at) : undefined;
    return when && this.#add({ process, start, ...when });
  }

  /** Takes away an alarm that rings, and sets its next ring if there is one. */
  ring(timer: StartTimer, at: string): StartTimer | undefined {
    this.#timers.delete(timer.id);
    const ring = timer.cycle && followingRing(timer.cycle, { dueAt: timer.dueAt, at });
    const { repeatsLeft: _spent, ...same } = timer;
    return ring && this.#add({ ...same, ...ring });
  }

  /** Takes away the alarms of a process and what its start events had gathered: a newer version has come. */
  withdraw(key: string): void {
    for (const { id, process } of this.#timers.values()) if (process.definition.key === key) this.#timers.delete(id);
    for (const place of this.#gathered.keys()) if (place.startsWith(`${key}/`)) this.#gathered.delete(place);
  }

  /** Counts what has come; gives what all of it brought once it is enough for the process to start. */
  gather(
    process: DeployedProcess,
    { element, part, needed }: StartTrigger,
    variables: JsonObject,
  ): JsonObject | undefined {
    if (needed === 1) return variables;
    const place = `${process.definition.key}/${element}`;
    const before = this.#gathered.get(place);
    const parts = new Set([...(before?.parts ?? []), part]);
    const brought = { ...before?.variables, ...variables };
    if (parts.size === needed) this.#gathered.delete(place);
    else this.#gathered.set(place, { parts, variables: brought });
    return parts.size === needed ? brought : undefined;
  }

  #add(timer: Omit<StartTimer, 'id'>): StartTimer {
    this.#count += 1;
    const added = { ...timer, id: `start-timer-${this.#count}` };
    this.#timers.set(added.id, added);
    return added;
  }
}

function whenOf(schedule: TimerSchedule, at: string): FirstRing | undefined {
  if (schedule.kind === 'deadline') return undefined;
  const evaluated = evaluate(schedule.expression, {}, { at });
  return evaluated.ok && typeof evaluated.value === 'string' ? firstRing(schedule, evaluated.value, at) : undefined;
}
