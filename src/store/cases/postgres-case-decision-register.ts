import type pg from 'pg';
import type { CaseDecision, CaseDecisionRegister, CaseRecord } from '../../runtime/case-decision-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Every decision, mapping and order of a municipality, as their tasks' transactions wrote them. */
export class PostgresCaseDecisionRegister implements CaseDecisionRegister {
  constructor(private readonly pool: pg.Pool) {}

  async find(tenant: TenantId, id: string): Promise<CaseDecision | undefined> {
    return (await this.decisions(tenant, 'd.id = $2', id))[0];
  }

  ofCase(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly CaseDecision[]> {
    return this.decisions(tenant, 'd.instance = $2', processInstanceId);
  }

  async decidedAmong(
    tenant: TenantId,
    ids: readonly Id<'ProcessInstance'>[],
  ): Promise<readonly Id<'ProcessInstance'>[]> {
    const rows = await queryInTenant<{ id: Id<'ProcessInstance'> }>(this.pool, tenant, {
      text: `select distinct instance as id from case_decision
        where tenant = $1 and instance = any($2::text[]) and sent_back_at is null`,
      values: [tenant, ids],
    });
    return rows.map(({ id }) => id);
  }

  underCase(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly CaseDecision[]> {
    const children = 'select c.id from process_instance as c where c.tenant = $1 and c.parent_id = $2';
    return this.decisions(tenant, `d.instance in (${children})`, processInstanceId);
  }

  recordsOf(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly CaseRecord[]> {
    return queryInTenant<CaseRecord>(this.pool, tenant, {
      text: `select id, instance as "processInstanceId", register, content, by, at from case_record
        where tenant = $1 and instance = $2 order by at, id`,
      values: [tenant, processInstanceId],
    });
  }

  async awaited(
    tenant: TenantId,
    processInstanceId: Id<'ProcessInstance'>,
    message: string,
  ): Promise<Id<'Subscription'> | undefined> {
    const [row] = await queryInTenant<{ id: Id<'Subscription'> }>(this.pool, tenant, {
      text: `select id from subscription
        where tenant = $1 and instance = $2 and kind = 'message' and message = $3 order by created_at, id limit 1`,
      values: [tenant, processInstanceId, message],
    });
    return row?.id;
  }

  async askForReasons(tenant: TenantId, id: string, on: LocalDate): Promise<void> {
    await queryInTenant(this.pool, tenant, {
      text: `update case_decision set reasons_asked_on = $3::date
        where tenant = $1 and id = $2 and reasons_asked_on is null`,
      values: [tenant, id, on],
    });
  }

  private async decisions(tenant: TenantId, which: string, id: string): Promise<readonly CaseDecision[]> {
    const rows = await queryInTenant<Stored>(this.pool, tenant, {
      text: `${selectDecisions} where d.tenant = $1 and d.sent_back_at is null and ${which} order by d.decided_at, d.id`,
      values: [tenant, id],
    });
    return rows.map(({ decision, content, decidedAt, quashedAt }) => ({
      ...decision,
      content,
      decidedAt,
      ...(quashedAt === null ? {} : { quashedAt }),
    }));
  }
}

interface Stored extends Pick<CaseDecision, 'content' | 'decidedAt'> {
  readonly decision: Omit<CaseDecision, 'content' | 'decidedAt' | 'quashedAt'>;
  readonly quashedAt: string | null;
}

const selectDecisions = `
  select json_strip_nulls(json_build_object('id', d.id, 'processInstanceId', d.instance, 'kind', d.kind, 'person', d.person,
      'legalBasis', d.legal_basis, 'outcome', d.outcome, 'reasons', d.reasons, 'decidedBy', d.decided_by,
      'approvedBy', d.approved_by, 'reachedOn', d.reached_on, 'reachedHow', d.reached_how, 'reachedBy', d.reached_by,
      'reachedWhy', d.reached_why,
      'reasonsAskedOn', d.reasons_asked_on, 'reasonsReachedOn', d.reasons_reached_on, 'validTo', d.valid_to)) as decision,
    d.content, d.decided_at as "decidedAt", d.quashed_at as "quashedAt"
  from case_decision as d`;
