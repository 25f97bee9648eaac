import type { PostedLetters } from '../../runtime/case-ports.js';
import type { DueRounds, RoundTools } from '../../runtime/due-rounds.js';
import type { TenantId } from '../../runtime/ports.js';
import { letterArrived, type ArrivalParts } from './letter-arrived.js';

/** What letters that went by post are followed with. */
export interface PostedLetterParts extends Omit<ArrivalParts, 'handler'> {
  readonly postedLetters: PostedLetters;
}

/**
 * Counts a letter that went by post as having come when its day is there (rule D04P), unless somebody said before when it came. A case that
 * was told, and whose letter nobody counted because the process was killed in between, is told again, and refuses.
 */
export class PostedLetterRounds implements DueRounds {
  readonly kind = 'posted-letters';

  constructor(private readonly parts: PostedLetterParts) {}

  async work(tenant: TenantId, { handler }: RoundTools): Promise<number> {
    const { postedLetters } = this.parts;
    const arrived = await postedLetters.arrived(tenant);
    for (const { arrivesOn: on, ...letter } of arrived) {
      await letterArrived({ ...this.parts, handler }, tenant, { letter, on, by: { way: 'sendt-i-posten' } });
      await postedLetters.counted(tenant, letter.id);
    }
    return arrived.length;
  }
}
