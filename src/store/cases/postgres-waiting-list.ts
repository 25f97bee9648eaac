import type pg from 'pg';
import type {
  LeftWaitingList,
  NamedReview,
  NewWaitingListEntry,
  OutcomeCount,
  RoundReview,
  WaitingList,
  WaitingListEntry,
} from '../../runtime/case-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';

interface EntryRow extends Omit<WaitingListEntry, 'applicant' | 'lastReviewedOn' | 'moved'> {
  readonly applicant: Id<'Actor'> | null;
  readonly lastReviewedOn: LocalDate | null;
  readonly moved: 'opp' | 'ned' | null;
}

interface ReviewRow extends Omit<NamedReview, 'reason' | 'placement'> {
  readonly reason: string | null;
  readonly placement: JsonObject | null;
}

/** The waiting list of a municipality. */
export class PostgresWaitingList implements WaitingList {
  constructor(private readonly pool: pg.Pool) {}

  async enter(
    tenant: TenantId,
    { processInstanceId, title, applicant, enteredAt, need, circumstances = {} }: NewWaitingListEntry,
  ): Promise<void> {
    const written = [need, circumstances].map((part) => JSON.stringify(part));
    await queryInTenant(this.pool, tenant, {
      text: enterOrReturn,
      values: [tenant, processInstanceId, title, applicant ?? null, enteredAt, ...written],
    });
  }

  async correct(tenant: TenantId, id: Id<'ProcessInstance'>, circumstances: JsonObject): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `update waiting_list_entry set circumstances = circumstances || $3::jsonb where tenant = $1 and instance = $2`,
      values: [tenant, id, JSON.stringify(circumstances)],
    });
  }

  async leave(tenant: TenantId, { processInstanceId, reason, at }: LeftWaitingList): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `update waiting_list_entry set left_at = $4, left_reason = $3
        where tenant = $1 and instance = $2 and left_at is null`,
      values: [tenant, processInstanceId, reason, at],
    });
  }

  async changeNeed(tenant: TenantId, id: Id<'ProcessInstance'>, need: JsonObject): Promise<Instant | undefined> {
    const rows = await queryInTenant<{ since: Instant }>(this.pool, tenant, {
      text: updateNeed,
      values: [tenant, id, JSON.stringify(need)],
    });
    return rows[0]?.since;
  }

  async active(tenant: TenantId): Promise<readonly WaitingListEntry[]> {
    const text = `${selectEntry} order by rounds_missed desc, entered_at, instance`;
    return (await queryInTenant<EntryRow>(this.pool, tenant, { text, values: [tenant] })).map(entryOf);
  }

  async find(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<WaitingListEntry | undefined> {
    const text = `${selectEntry} and instance = $2`;
    return (await queryInTenant<EntryRow>(this.pool, tenant, { text, values: [tenant, id] })).map(entryOf)[0];
  }

  async reviews(
    tenant: TenantId,
    { from, to, processInstanceId }: Parameters<WaitingList['reviews']>[1],
  ): Promise<readonly NamedReview[]> {
    const values = [tenant, from, to, processInstanceId ?? null];
    const rows = await queryInTenant<ReviewRow>(this.pool, tenant, { text: selectReviews, values });
    return rows.map(({ reason, placement, ...review }) => ({
      ...review,
      ...(reason === null ? {} : { reason }),
      ...(placement === null ? {} : { placement }),
    }));
  }

  countOutcomes(tenant: TenantId, rounds: readonly string[]): Promise<readonly OutcomeCount[]> {
    return queryInTenant<OutcomeCount>(this.pool, tenant, {
      text: `select round, outcome, count(*)::int as entries from waiting_list_review
        where tenant = $1 and round = any($2) group by round, outcome`,
      values: [tenant, rounds],
    });
  }

  async reviewedIn(tenant: TenantId, round: string): Promise<readonly Id<'ProcessInstance'>[]> {
    const rows = await queryInTenant<{ instance: Id<'ProcessInstance'> }>(this.pool, tenant, {
      text: 'select instance from waiting_list_review where tenant = $1 and round = $2 order by instance',
      values: [tenant, round],
    });
    return rows.map(({ instance }) => instance);
  }

  async review(tenant: TenantId, review: RoundReview): Promise<void> {
    const { processInstanceId, round, outcome, reason, on, placement } = review;
    await withTenant(this.pool, tenant, async (transaction) => {
      const why = placement === undefined ? null : JSON.stringify(placement);
      const values = [tenant, processInstanceId, round, outcome, reason ?? null, on, why];
      const { rowCount } = await transaction.query(insertReview, values);
      if (rowCount === 1) await transaction.query(countReview, [tenant, processInstanceId, outcome, on]);
    });
  }

  async missedOn(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly LocalDate[]> {
    const rows = await queryInTenant<{ on: LocalDate }>(this.pool, tenant, {
      text: selectMissed,
      values: [tenant, processInstanceId],
    });
    return rows.map(({ on }) => on);
  }
}

const entryOf = ({ applicant, lastReviewedOn, moved, ...entry }: EntryRow): WaitingListEntry => ({
  ...entry,
  ...(applicant === null ? {} : { applicant }),
  ...(lastReviewedOn === null ? {} : { lastReviewedOn }),
  ...(moved === null ? {} : { moved }),
});

// Who comes back after having left has waited since the first time; a late repetition of the first entry brings nobody back.
const enterOrReturn = `
  insert into waiting_list_entry as e (tenant, instance, title, applicant, entered_at, need, circumstances)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (tenant, instance) do update set need = excluded.need, circumstances = excluded.circumstances,
    left_at = null, left_reason = null, rounds_missed = 0, moved = null
  where e.left_at is not null and excluded.entered_at > e.left_at`;

const updateNeed = `
  update waiting_list_entry set need = jsonb_strip_nulls(need || $3::jsonb)
  where tenant = $1 and instance = $2 and left_at is null returning entered_at as since`;

const selectEntry = `
  select instance as "processInstanceId", title, applicant, entered_at as "enteredAt", need, circumstances,
    last_reviewed_on as "lastReviewedOn", rounds_missed as "roundsMissed", moved
  from waiting_list_entry where tenant = $1 and left_at is null`;

const selectReviews = `
  select r.instance as "processInstanceId", r.round, r.outcome, r.reason, r.reviewed_on as "on", r.placement, e.title
  from waiting_list_review as r join waiting_list_entry as e on e.tenant = r.tenant and e.instance = r.instance
  where r.tenant = $1 and r.reviewed_on between $2 and $3 and ($4::text is null or r.instance = $4)
  order by r.reviewed_on, r.round, r.instance`;

const insertReview = `
  insert into waiting_list_review (tenant, instance, round, outcome, reason, reviewed_on, placement)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, round, instance) do nothing`;

const countReview = `
  update waiting_list_entry set
    rounds_missed = case when $3 = 'ikke-vurdert' then rounds_missed + 1 else 0 end,
    moved = case when $3 = 'ikke-vurdert' then moved when $3 in ('opp', 'ned') then $3 end,
    last_reviewed_on = case when $3 = 'ikke-vurdert' then last_reviewed_on else $4::date end
  where tenant = $1 and instance = $2`;

const selectMissed = `
  select reviewed_on as "on" from (
    select r.reviewed_on, row_number() over (order by r.reviewed_on desc, r.round desc) as place
    from waiting_list_review as r
    where r.tenant = $1 and r.instance = $2 and r.outcome = 'ikke-vurdert'
  ) as missed
  where place <= (select rounds_missed from waiting_list_entry where tenant = $1 and instance = $2)
  order by reviewed_on`;
