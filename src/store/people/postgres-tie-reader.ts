import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { DecidedAnew, PartialityBook, TieReader, Ties, WithdrawnPartiality } from '../../runtime/tie-ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';
import { wereTogether } from './were-together.js';

/** Ties between people, from the registers of persons and households and from what people have said of themselves. */
export class PostgresTieReader implements TieReader, PartialityBook {
  constructor(private readonly pool: pg.Pool) {}

  async between(tenant: TenantId, actor: Id<'Actor'>, person: Id<'Actor'>): Promise<Ties> {
    const asked = {
      text: `select $2::text = $3::text as "isSame",
        exists (select from household_member as one join household_member as other on ${wereTogether}
          where one.tenant = $1 and one.person = $2 and other.person = $3) as "sharesHousehold",
        exists (select from representative where tenant = $1 and actor = $2 and person = $3) as "represents",
        exists (select from declared_partiality where tenant = $1 and actor = $2 and person = $3 and withdrawn_at is null) as "hasDeclared"`,
      values: [tenant, actor, person],
    };
    // Ties are looked for behind what whoever asks is shown: the rule must see them.
    const [found] = await asSystem(() => queryInTenant<Ties>(this.pool, tenant, asked));
    if (found === undefined) throw new Error('Expected one row about ties, but there was none');
    return found;
  }

  async withdraw(
    tenant: TenantId,
    { actor, person, reason, processInstanceId }: WithdrawnPartiality,
  ): Promise<boolean> {
    const kept = await queryInTenant(this.pool, tenant, {
      text: withdrawAndTell,
      values: [tenant, actor, person, processInstanceId, reason],
    });
    return kept.length > 0;
  }

  async hasDecided(tenant: TenantId, actor: Id<'Actor'>, anew: DecidedAnew): Promise<boolean> {
    const { processInstanceId, person, decision = null } = anew;
    const asked = { text: selectDecided, values: [tenant, actor, processInstanceId, person, decision] };
    return (await asSystem(() => queryInTenant<object>(this.pool, tenant, asked))).length > 0;
  }
}

const selectDecided = `
  select from case_decision as d where d.tenant = $1 and $2 in (d.decided_by, d.approved_by) and d.sent_back_at is null and (
    d.id = $5
    or d.instance = (select parent_id from process_instance where tenant = $1 and id = $3)
    or (d.person = $4 and d.quashed_at is not null and d.instance <> $3 and not exists (
      select from case_decision as later where later.tenant = $1 and later.person = $4 and later.kind = d.kind
        and later.sent_back_at is null and later.decided_at > d.quashed_at)))
  limit 1`;

const withdrawAndTell = `
  with withdrawn as (update declared_partiality set withdrawn_at = boligflyt_now()
    where tenant = $1 and actor = $2 and person = $3 and withdrawn_at is null returning id)
  insert into exceptional_act (tenant, instance, kind, at, actor, reason)
  select $1, $4, 'partiality-withdrawn', boligflyt_now(), $2, $5 from withdrawn limit 1 returning id`;
