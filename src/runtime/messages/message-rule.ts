import { addDuration } from '../../engine/index.js';
import type { MessageTarget } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

/** What a message finds its receivers by (BPMN 2.0.2 §8.4.2). */
export interface MessageAddress {
  readonly name: string;
  readonly correlationKey?: string;
  /** The end of its message flow: whoever it is for, by whatever name it waits. */
  readonly target?: MessageTarget;
  /** Only this instance may take it. */
  readonly instance?: string;
  /** Only this element may take it. */
  readonly element?: string;
}

/** A place where a message is awaited: in an instance, or, without one, at a start event of a process. */
export interface AwaitingPlace {
  readonly processKey: string;
  readonly processInstanceId?: string;
  /** The event or task that waits. */
  readonly node: string;
  readonly message: string;
  /** Absent: it takes any message of that name. */
  readonly correlationKey?: string;
}

/** Whether a message is for what waits: by the end of its message flow, else by name, and by key where one is asked for. */
export function isFor(message: MessageAddress, place: AwaitingPlace): boolean {
  const { target, instance, element } = message;
  if (instance !== undefined && instance !== place.processInstanceId) return false;
  if (element !== undefined && element !== place.node) return false;
  if (place.correlationKey !== undefined && place.correlationKey !== message.correlationKey) {
    return instance !== undefined && message.correlationKey === undefined && message.name === place.message;
  }
  if (target === undefined) return message.name === place.message;
  if (target.process !== place.processKey) return false;
  return target.element === undefined ? message.name === place.message : target.element === place.node;
}

/** How far a message goes: to one receiver, to one in each process, or to everybody. */
export type Reach = 'one' | 'one-per-process' | 'all';

interface OfProcess {
  readonly processKey: string;
}

/** Those for whom a message is: who waits, the longest waiting first, and what it starts. */
export interface Receivers<Wait extends OfProcess, Start extends OfProcess> {
  readonly waiting: readonly Wait[];
  readonly starts: readonly Start[];
}

/**
 * Who takes a message, turn by turn: the first of a turn that accepts it takes it, and the others of that turn do not. What
 * waits comes before what is started, and with `one-per-process` nothing is started in a process where somebody waits.
 */
export function turnsOf<Wait extends OfProcess, Start extends OfProcess>(
  reach: Reach,
  { waiting, starts }: Receivers<Wait, Start>,
): readonly (readonly (Wait | Start)[])[] {
  const everybody = [...waiting, ...starts];
  switch (reach) {
    case 'one':
      return everybody.length === 0 ? [] : [everybody];
    case 'all':
      return everybody.map((one) => [one]);
    case 'one-per-process': {
      const keys = everybody.map(({ processKey }) => processKey);
      return everybody.filter((_, at) => keys.indexOf(keys[at] ?? '') === at).map((one) => [one]);
    }
  }
}

const lifeWithKey = 'P30D';
const noLife = 'PT0S';

/**
 * Until when a message that came at `at` is kept for somebody to take it: for its own time to live; without one, until its
 * target waits where it has one (undefined), 30 days where it has a key, and not at all (`at`) where it has neither.
 */
export function keptUntil(
  { target, correlationKey, timeToLive }: MessageAddress & { readonly timeToLive?: string },
  at: Instant,
): Instant | undefined {
  if (timeToLive === undefined && target !== undefined) return undefined;
  return addDuration(at, timeToLive ?? (correlationKey === undefined ? noLife : lifeWithKey));
}
