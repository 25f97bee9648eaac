import type { MessageAddress } from '../../runtime/messages/message-rule.js';
import type { JsonObject } from '../../shared/json.js';

/** A message under way. */
export interface Letter extends MessageAddress {
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
