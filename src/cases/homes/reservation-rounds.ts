import type { ActorDirectory } from '../../runtime/case-ports.js';
import type { DueRounds } from '../../runtime/due-rounds.js';
import type { RegisterDesk } from '../../runtime/homes/home-ports.js';
import type { ReservationBook, ReservationPast } from '../../runtime/homes/reservation-ports.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import { idOf } from '../../shared/id.js';
import { fillTemplate } from '../fill-template.js';
import type { Postbox } from '../notifications/postbox.js';
import { releaseHome } from './claim-homes.js';

/** What reservations are ended with. */
export interface ReservationRoundParts {
  readonly reservations: ReservationBook;
  readonly registers: RegisterDesk;
  readonly directory: Pick<ActorDirectory, 'person'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly postbox: Postbox;
  readonly publicUrl: string;
}

/** Lets go of homes whose last day of being kept is over, and tells whoever kept them. */
export class ReservationRounds implements DueRounds {
  readonly kind = 'reservations';

  constructor(private readonly parts: ReservationRoundParts) {}

  async work(tenant: TenantId): Promise<number> {
    const past = await this.parts.reservations.past(tenant);
    let released = 0;
    for (const one of past) {
      // Told first: the notice is written once, so that whoever is interrupted here tells it again for nothing and releases the home.
      await this.tell(tenant, one);
      if (await this.release(tenant, one)) released += 1;
    }
    return released;
  }

  /** False where somebody has let it go meanwhile: then nothing is left to do. */
  private async release(tenant: TenantId, { id, home }: ReservationPast): Promise<boolean> {
    const receipt = { key: `utlopt-${id}`, requestHash: id };
    const step = releaseHome(home, id, 'utlopt');
    return (await this.parts.registers.change({ tenant, actor: systemActor.id, receipt, step })).ok;
  }

  private async tell(tenant: TenantId, { id, home, homeName, untilOn, reservedBy }: ReservationPast): Promise<void> {
    const { directory, clock, postbox, publicUrl } = this.parts;
    const person = await directory.person(tenant, reservedBy);
    if (person === undefined) return;
    const values = { navn: person.name, bolig: homeName, dato: untilOn, lenke: `${publicUrl}/boliger/${home}` };
    await postbox.deliver(person, {
      ...{ tenant, processInstanceId: idOf(''), kind: 'reservation-over', at: await clock.now(tenant) },
      key: `reservation-over/${id}`,
      words: ({ varsler: { 'reservation-over': said } }, language) => ({
        subject: fillTemplate(said.emne, values, language),
        text: fillTemplate(said.tekst, values, language),
      }),
    });
  }
}
