import type { z } from 'zod';
import type { SaidClaim } from '../../cases/homes/import-rent.js';
import type { rentClaimSchema } from '../../contract/rent.contract.js';
import { idOf } from '../../shared/id.js';
import { withoutUndefined } from '../../shared/without-undefined.js';

/** A claim of the accounts as the register takes it. */
export const saidClaim = ({ id, home, tenancy, ...claim }: z.output<typeof rentClaimSchema>): SaidClaim => ({
  ...withoutUndefined(claim),
  ...{ id: idOf<'RentClaim'>(id), home: idOf<'Home'>(home), tenancy: idOf<'Tenancy'>(tenancy) },
});
