import type { Person } from '../../runtime/case-ports.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import type { UnopenedLetter, UnopenedLetters } from '../../runtime/unopened-letter.js';
import { fillTemplate } from '../fill-template.js';
import type { MunicipalityName } from '../notifications/municipality-name.js';
import type { Postbox } from '../notifications/postbox.js';
import { tasksAwaiting, type AwaitingParts } from './letter-arrived.js';
import { recipientOf, type AddressBooks } from './letter-recipients.js';

/** What unopened letters are told of with. */
export interface UnopenedLetterParts extends AwaitingParts, Omit<AddressBooks, 'preferences'> {
  readonly unopenedLetters: UnopenedLetters;
  readonly cases: Pick<CaseReader, 'find' | 'letters'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly postbox: Postbox;
  readonly municipality: MunicipalityName;
}

const atATime = 100;

/**
 * Tells whoever has not opened a decision within a week that it is there, a second time and no more (rule D04B, eForvaltningsforskriften § 8).
 * A decision is unopened while its case waits to be told when it came: not when it was opened, came on paper, or somebody wrote the day down.
 */
export class UnopenedLetterRounds implements DueRounds {
  readonly kind = 'unopened-letters';

  constructor(private readonly parts: UnopenedLetterParts) {}

  async work(tenant: TenantId): Promise<number> {
    const { unopenedLetters } = this.parts;
    const due = await unopenedLetters.due(tenant, atATime);
    for (const letter of due) {
      // Told first: the key of the message lets nobody hear it twice, and what is settled is never looked at again.
      if ((await tasksAwaiting(this.parts, tenant, letter)).length > 0) await this.tell(tenant, letter);
      await unopenedLetters.settled(tenant, letter.id);
    }
    return due.length;
  }

  private async tell(tenant: TenantId, { id, processInstanceId, to }: UnopenedLetter): Promise<void> {
    const { cases, postbox, clock } = this.parts;
    const subject = (await cases.find(tenant, processInstanceId))?.subject;
    const person = await recipientOf(this.parts, tenant, { to, subject });
    if (person === undefined) return;

    const kommune = await this.parts.municipality(tenant);
    const at = await clock.now(tenant);
    await postbox.deliver(person, {
      ...{ tenant, processInstanceId, at, kind: 'letter-unopened', key: `letter-unopened/${id}` },
      words: ({ varsler: { 'letter-unopened': said } }) => saidTo(said, person, kommune),
    });
  }
}

// E-mail is no safe channel: that there is something to read, and nothing of what it is.
const saidTo = (said: { readonly emne: string; readonly tekst: string }, { name: navn }: Person, kommune: string) => ({
  subject: fillTemplate(said.emne, { navn, kommune }),
  text: fillTemplate(said.tekst, { navn, kommune }),
});
