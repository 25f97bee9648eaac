import type { RentClaim } from '../../runtime/homes/rent-claim.js';
import type { RegisterChange, RegisterRecords, RegisterStep } from '../../runtime/homes/register-step.js';
import type { FileError } from './table-file.js';
import { refuse } from './refuse.js';

type PlaceOf = (at: number, field: string) => string;

const placeInList: PlaceOf = (at, field) => `claims.${at}.${field}`;

/** A claim as the accounts have it now. */
export type SaidClaim = Omit<RentClaim, 'revision'>;

/**
 * Enters what the accounts say is due and paid: all of it, or nothing. A claim that is known is brought up to date; it stays with the
 * lease that it was for. Refuses a lease that nobody has or that is ended, more paid than is due, and a claim that stands there twice;
 * `placeOf` says where in what was sent a field of the claim of this number stands.
 */
export const importRent = (said: readonly SaidClaim[], placeOf: PlaceOf = placeInList): RegisterStep => ({
  homes: [...new Set(said.map(({ home }) => home))],
  claims: said.map(({ id }) => id),
  decide: (records) => {
    const firstAt = new Map(said.map(({ id }, at) => [id, at] as const).toReversed());
    const errors = said.flatMap((claim, at) => wrongIn(records, firstAt, { claim, at, placeOf }));
    if (errors.length > 0) return refuse('register-input', 'krav', { errors });

    const counts = { entered: 0, changed: 0, unchanged: 0 };
    const changes = said.flatMap((claim): readonly RegisterChange[] => {
      const before = records.claims.get(claim.id);
      const isSame = before !== undefined && sameClaim(before, claim);
      counts[isSame ? 'unchanged' : before === undefined ? 'entered' : 'changed'] += 1;
      return isSame ? [] : [{ change: 'krav-fort', claim: { ...claim, revision: (before?.revision ?? 0) + 1 } }];
    });
    return { ok: true, changes, gives: counts };
  },
});

function wrongIn(
  { homes, claims }: RegisterRecords,
  firstAt: ReadonlyMap<string, number>,
  { claim, at, placeOf }: { readonly claim: SaidClaim; readonly at: number; readonly placeOf: PlaceOf },
): readonly FileError[] {
  const { id, home, tenancy, paid, amount } = claim;
  const wrong = (field: string, message: string) => [{ path: placeOf(at, field), message }];
  if (firstAt.get(id) !== at) return wrong('id', `Kravet «${id}» står to ganger.`);
  if (homes.get(home)?.tenancy?.id !== tenancy)
    return wrong('tenancy', `«${tenancy}» er ikke leieforholdet i «${home}».`);
  if (claims.get(id) !== undefined && claims.get(id)?.tenancy !== tenancy)
    return wrong('id', `Kravet «${id}» gjelder et annet leieforhold.`);
  return paid > amount ? wrong('paid', 'Det kan ikke være betalt mer enn det som er krevd.') : [];
}

const fields = ['kind', 'dueOn', 'amount', 'paid', 'paidOn'] as const;

const sameClaim = (one: SaidClaim, other: SaidClaim): boolean => fields.every((field) => one[field] === other[field]);
