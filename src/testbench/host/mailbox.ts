import type { MessageSubscription, MessageTarget, ProcessInstance } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';

/** A message under way. */
export interface Letter {
  readonly name: string;
  readonly correlationKey?: string;
  /** Only this instance may take it. */
  readonly instance?: string;
  /** Only this element may take it. */
  readonly element?: string;
  /** The end of its message flow: whoever it is for, by whatever name it waits. */
  readonly target?: MessageTarget;
  /** The instance that sent it. */
  readonly sender?: string;
  readonly variables: JsonObject;
}

interface KeptLetter extends Letter {
  /** After this instant nobody wants it; absent: it is kept until its target waits. */
  readonly keptUntil?: string;
}

/** Messages that nobody has taken yet, in the order in which they came. */
export class Mailbox {
  #letters: readonly KeptLetter[] = [];

  keep(letter: KeptLetter): void {
    this.#letters = [...this.#letters, letter];
  }

  /** Offers every letter that is still worth something, the oldest first; those that are taken are kept no longer. */
  offer(at: string, isTaken: (letter: Letter) => boolean): void {
    for (const letter of this.#letters) {
      const isTooOld = letter.keptUntil !== undefined && letter.keptUntil < at;
      if (isTooOld || isTaken(letter)) this.#letters = this.#letters.filter((one) => one !== letter);
    }
  }

  empty(): void {
    this.#letters = [];
  }
}

/** Whether a letter is for what waits: by the end of its message flow, else by name, and by key where one is asked for. */
export function isFor(letter: Letter, instance: ProcessInstance, subscription: MessageSubscription): boolean {
  const { target } = letter;
  if (letter.instance !== undefined && letter.instance !== instance.id) return false;
  if (letter.element !== undefined && letter.element !== subscription.node) return false;
  if (subscription.correlationKey !== undefined && subscription.correlationKey !== letter.correlationKey) {
    return letter.instance !== undefined && letter.correlationKey === undefined && letter.name === subscription.message;
  }
  if (target === undefined) return letter.name === subscription.message;
  if (target.process !== instance.definition.key) return false;
  return target.element === undefined ? letter.name === subscription.message : target.element === subscription.node;
}
