import { localDateOf } from '../../engine/index.js';
import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { HomeRecord, Reservation } from '../../runtime/homes/home-record.js';
import type {
  RegisterChange,
  RegisterDecision,
  RegisterRecords,
  RegisterStep,
  StepMoment,
} from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { refuse } from './refuse.js';

/** Somebody for whom a home is to be kept. */
export interface Claim {
  readonly home: Id<'Home'>;
  readonly reservation: Id<'Reservation'>;
  readonly person?: Id<'Actor'>;
  readonly untilOn?: LocalDate;
  /** The home that this person leaves for it: it may be claimed in the same breath. */
  readonly leaves?: Id<'Home'>;
}

/**
 * Keeps homes for people: all of them, or none (a chain of moves is one step). Refuses a home that is reserved, or let to somebody
 * who neither has a day to move out on nor leaves it in the same chain, or in a building where nobody is given a home.
 */
export const reserveHomes = (claims: readonly Claim[]): RegisterStep => ({
  homes: claims.flatMap(({ home, leaves }) => (leaves === undefined ? [home] : [home, leaves])),
  decide: (records, moment) => {
    const changes: RegisterChange[] = [];
    for (const claim of claims) {
      const refusal = refusalOf(records, claim, claims) ?? overRefusal(claim, moment);
      if (refusal !== undefined) return refusal;
      changes.push({ change: 'reservert', home: claim.home, reservation: reservationOf(claim, moment) });
    }
    const ids = claims.map(({ reservation }) => reservation);
    return { ok: true, changes, gives: { id: ids[0] ?? '', reservasjoner: ids } };
  },
});

function refusalOf({ homes, buildings }: RegisterRecords, claim: Claim, chain: readonly Claim[]) {
  const home = homes.get(claim.home);
  if (home === undefined) return refuse('record-not-found', claim.home);
  if (chain.filter((other) => other.home === claim.home).length > 1 || home.reservation !== undefined)
    return refuse('dwelling-taken', claim.home);
  if (home.tenancy !== undefined && !isLeft(home, chain)) return refuse('dwelling-taken', claim.home);
  return home.status === 'i-bruk'
    ? frozen(buildings.get(home.building), claim.home)
    : refuse('dwelling-unfit', claim.home);
}

// It would be let go again at once.
const overRefusal = ({ home, untilOn }: Claim, { at }: StepMoment): RegisterDecision | undefined =>
  untilOn !== undefined && untilOn < localDateOf(at)
    ? refuse('register-input', home, { detail: 'Den siste dagen er over. Velg i dag eller senere.' })
    : undefined;

// Whoever lives there has a day to move out on, or moves on in the same chain.
const isLeft = ({ id, tenancy }: HomeRecord, chain: readonly Claim[]): boolean =>
  tenancy?.leavesOn !== undefined || chain.some(({ leaves, person }) => leaves === id && person === tenancy?.person);

function frozen(building: BuildingRecord | undefined, home: Id<'Home'>): RegisterDecision | undefined {
  if (building === undefined || building.freeze === undefined) return undefined;
  return refuse('dwelling-frozen', home, { detail: building.freeze.reason });
}

const reservationOf = (
  { reservation: id, person, untilOn }: Claim,
  { at, actor, processInstanceId }: StepMoment,
): Reservation => ({
  id,
  reservedAt: at,
  reservedBy: actor,
  ...(person && { person }),
  ...(untilOn && { untilOn }),
  ...(processInstanceId && { decidedIn: processInstanceId }),
});

/** Lets a home go that was kept for somebody; refused when that reservation is over already. */
export const releaseHome = (
  home: Id<'Home'>,
  reservation: Id<'Reservation'>,
  released: NonNullable<Reservation['released']>,
): RegisterStep => ({
  homes: [home],
  decide: ({ homes }, { at }) => {
    const live = homes.get(home)?.reservation;
    if (!homes.has(home)) return refuse('record-not-found', home);
    if (live === undefined || live.id !== reservation) return refuse('reservation-over', home);
    const changes = [{ change: 'frigitt', home, reservation: { ...live, releasedAt: at, released } }] as const;
    return { ok: true, changes, gives: { id: reservation } };
  },
});
