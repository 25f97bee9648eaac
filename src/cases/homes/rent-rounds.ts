import { addPeriod, instantOf } from '../../engine/index.js';
import type { ActorDirectory } from '../../runtime/case-ports.js';
import type { DueRounds, RoundTools } from '../../runtime/due-rounds.js';
import { expectDone } from '../../runtime/expect-done.js';
import type { ClaimToFollow, EndedTerm, LeaseOfPerson, PaidClaim, RentBook } from '../../runtime/homes/rent-ports.js';
import type { PersonRegister } from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';

/** What leases are followed with. */
export interface RentRoundParts {
  readonly rents: RentBook;
  readonly cases: Pick<CaseReader, 'find'>;
  readonly directory: ActorDirectory;
  readonly persons: Pick<PersonRegister, 'person'>;
}

// A case that has nothing left to stop takes no message; the next case of the lease is another day.
const timeToLive = 'PT1H';

/**
 * Looks at every claim once, the morning after it was due: where it is not paid, the lease has a case, the one that is under way or a new
 * one. Tells that case when nothing is owed any more. Gives a lease whose fixed term is over a case, too (husleieloven § 9-2).
 */
export class RentRounds implements DueRounds {
  readonly kind = 'rents';

  constructor(private readonly parts: RentRoundParts) {}

  async work(tenant: TenantId, tools: RoundTools): Promise<number> {
    const { rents } = this.parts;
    const claims = await rents.toFollow(tenant);
    for (const claim of claims) await rents.followed(tenant, claim.id, await this.caseOf(tenant, claim, tools));
    const paid = await rents.toTell(tenant);
    for (const claim of paid) await this.tell(tenant, claim, tools);
    const terms = await rents.endedTerms(tenant);
    for (const term of terms) await this.followTerm(tenant, term, tools);
    return claims.length + paid.length + terms.length;
  }

  private async caseOf(tenant: TenantId, claim: ClaimToFollow, tools: RoundTools) {
    if (claim.isPaid) return undefined;
    const known = (await this.parts.rents.arrearsOf(tenant, claim.tenancy))?.followedIn;
    if (known !== undefined && (await this.isOpen(tenant, known))) return known;
    const variables = { grunn: 'husleie', forfaltOn: claim.dueOn };
    return this.start(tenant, tools, {
      ...{ process: 'utkastelse', seed: `utkastelse/${claim.id}`, lease: claim, endedOn: claim.dueOn, variables },
    });
  }

  private async tell(tenant: TenantId, { id, revision, tenancy, followedIn }: PaidClaim, { delivery }: RoundTools) {
    const { rents } = this.parts;
    const isSettled = (await rents.arrearsOf(tenant, tenancy)) === undefined;
    if (isSettled && (await this.isOpen(tenant, followedIn)))
      await delivery.send(tenant, {
        ...{ name: 'husleie-betalt', correlationKey: tenancy, messageId: `${id}/${revision}`, timeToLive },
        ...{ variables: {}, actor: systemActor, isBroadcast: false },
      });
    await rents.told(tenant, id);
  }

  private async followTerm(tenant: TenantId, term: EndedTerm, tools: RoundTools): Promise<void> {
    const { tenancy, toOn: endedOn } = term;
    const variables = { leietidUteOn: endedOn };
    const seed = `flytteoppfordring/${tenancy}`;
    await this.start(tenant, tools, { process: 'flytteoppfordring', seed, lease: term, endedOn, variables });
    await this.parts.rents.termFollowed(tenant, term);
  }

  /** The same lease and day is the same case: what is repeated finds it. */
  private async start(
    tenant: TenantId,
    { handler }: RoundTools,
    { process, seed, lease, endedOn, variables }: NewCase,
  ): Promise<Id<'ProcessInstance'>> {
    const { home, tenancy, person } = lease;
    const processInstanceId = createProcessInstanceId(instantOf(addPeriod(endedOn, 'P1D'), '07:00'), seed);
    const known =
      (await this.parts.persons.person(tenant, person)) ?? (await this.parts.directory.person(tenant, person));
    const about = { soker: person, bolig: home, leieforhold: tenancy, ...(known && { sokerNavn: known.name }) };
    const command = {
      ...({ type: 'StartProcessInstance', processInstanceId, actor: systemActor } as const),
      variables: { ...about, ...variables },
    };
    const started = await handler.handle({ tenant, processInstanceId, command, definition: { key: process } });
    expectDone(started, ['process-instance-exists']);
    return processInstanceId;
  }

  private async isOpen(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<boolean> {
    const found = await this.parts.cases.find(tenant, id);
    return found !== undefined && found.endedAt === undefined;
  }
}

interface NewCase {
  readonly process: string;
  readonly seed: string;
  readonly lease: LeaseOfPerson;
  readonly endedOn: LocalDate;
  readonly variables: JsonObject;
}
