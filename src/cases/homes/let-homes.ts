import { localDateOf } from '../../engine/index.js';
import type { HomeRecord, Tenancy } from '../../runtime/homes/home-record.js';
import type { RegisterChange, RegisterDecision, RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { refuse } from './refuse.js';

/** A lease that is to begin. */
export interface Lease extends Pick<
  Tenancy,
  'id' | 'person' | 'fromOn' | 'toOn' | 'rent' | 'moveRequestedOn' | 'leavesOn'
> {
  readonly home: Id<'Home'>;
}

/** The rent of a lease: what the home costs now; nothing where nobody has said. */
export const rentOf = (home: HomeRecord | undefined): Pick<Lease, 'rent'> =>
  home?.leiekostnad === undefined ? {} : { rent: home.leiekostnad };

/**
 * Lets a home. Refused while somebody else lives there or the home is kept for another person or case; the reservation that it
 * follows from is released by it.
 */
export const letHome = ({ home, ...lease }: Lease): RegisterStep => ({
  homes: [home],
  decide: ({ homes }, { at, processInstanceId }) => {
    const before = homes.get(home);
    if (before === undefined) return refuse('record-not-found', home);
    if (before.tenancy !== undefined || isKeptForOthers(before, lease.person, processInstanceId))
      return refuse('dwelling-taken', home);
    if (before.status !== 'i-bruk') return refuse('dwelling-unfit', home);
    if (lease.toOn !== undefined && lease.toOn < lease.fromOn)
      return refuse('register-input', home, { detail: 'Leieforholdet kan ikke slutte før det begynner.' });

    const tenancy = processInstanceId === undefined ? lease : { ...lease, decidedIn: processInstanceId };
    const { reservation } = before;
    const changes: RegisterChange[] = [{ change: 'utleid', home, tenancy }];
    if (reservation !== undefined)
      changes.unshift({
        change: 'frigitt',
        home,
        reservation: { ...reservation, releasedAt: at, released: 'kontrakt' },
      });
    return { ok: true, changes, gives: { id: lease.id } };
  },
});

const isKeptForOthers = (
  { reservation }: HomeRecord,
  person: Id<'Actor'>,
  processInstanceId: Id<'ProcessInstance'> | undefined,
): boolean => {
  if (reservation === undefined) return false;
  if (reservation.person !== undefined) return reservation.person !== person;
  return reservation.decidedIn === undefined || reservation.decidedIn !== processInstanceId;
};

/** Says when the tenant moves out, or that the tenant was asked to after the fixed term (husleieloven § 9-2). */
export const changeLease = (
  home: Id<'Home'>,
  tenancy: Id<'Tenancy'>,
  said: Pick<Tenancy, 'leavesOn' | 'moveRequestedOn'>,
): RegisterStep =>
  withLease(home, tenancy, (lease) => [{ change: 'leie-endret', home, tenancy: { ...lease, ...said } }]);

/** Says whether NAV is to be told of unpaid rent: the tenant's own choice (husleieloven § 9-11). */
export const reserveAgainstNav = (home: Id<'Home'>, tenancy: Id<'Tenancy'>, isReserved: boolean): RegisterStep =>
  withLease(home, tenancy, ({ navReservedOn, ...lease }, today) => [
    {
      change: 'leie-endret',
      home,
      tenancy: isReserved ? { ...lease, navReservedOn: navReservedOn ?? today } : lease,
    },
  ]);

/** Makes a lease open-ended: its fixed term is over, and nobody asked the tenant to move in time (husleieloven § 9-2). Safe to repeat. */
export const openEndLease = (home: Id<'Home'>, tenancy: Id<'Tenancy'>): RegisterStep =>
  withLease(home, tenancy, ({ toOn: _toOn, ...lease }) => [{ change: 'leie-endret', home, tenancy: lease }]);

/** Ends a lease: the home is vacant from that day. */
export const endLease = (
  home: Id<'Home'>,
  tenancy: Id<'Tenancy'>,
  { endedOn, endReason }: { readonly endedOn: LocalDate; readonly endReason: string },
): RegisterStep =>
  withLease(home, tenancy, (lease, today) => {
    if (endedOn < lease.fromOn || endedOn > today) return undefined;
    return [{ change: 'fraflyttet', home, tenancy: { ...lease, endedOn, endReason } }];
  });

function withLease(
  home: Id<'Home'>,
  tenancy: Id<'Tenancy'>,
  decide: (lease: Tenancy, today: LocalDate) => readonly RegisterChange[] | undefined,
): RegisterStep {
  return {
    homes: [home],
    decide: ({ homes }, { at }): RegisterDecision => {
      if (!homes.has(home)) return refuse('record-not-found', home);
      const lease = homes.get(home)?.tenancy;
      if (lease === undefined || lease.id !== tenancy) return refuse('tenancy-over', home);
      const changes = decide(lease, localDateOf(at));
      if (changes === undefined)
        return refuse('register-input', home, {
          detail: 'Leieforholdet kan bare slutte mellom innflyttingen og i dag.',
        });
      return { ok: true, changes, gives: { id: tenancy } };
    },
  };
}
