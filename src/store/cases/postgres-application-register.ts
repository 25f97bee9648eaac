import type pg from 'pg';
import type { Application, ApplicationFilter, ApplicationRegister } from '../../runtime/application-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Every application of a municipality, as the transactions that began their cases wrote them. */
export class PostgresApplicationRegister implements ApplicationRegister {
  constructor(private readonly pool: pg.Pool) {}

  async find(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<Application | undefined> {
    return (await this.ask(tenant, 'a.id = $2', id))[0];
  }

  list(tenant: TenantId, filter: ApplicationFilter): Promise<readonly Application[]> {
    if ('person' in filter) return this.ask(tenant, 'a.person = $2', filter.person);
    const which = `(a.received_by = any($2) or a.belongs_to = any($2)) and coalesce(a.person not in (select boligflyt_protected_persons()), true)`;
    return this.ask(tenant, which, filter.units);
  }

  private async ask(tenant: TenantId, which: string, value: unknown): Promise<readonly Application[]> {
    const rows = await queryInTenant<Stored>(this.pool, tenant, {
      text: select.replace('$which', which),
      values: [tenant, value],
    });
    return rows.map(({ said, registeredAt, forwardedAt, receiptAt }) => ({
      ...said,
      registeredAt,
      ...(forwardedAt === null ? {} : { forwardedAt }),
      ...(receiptAt === null ? {} : { receiptAt }),
    }));
  }
}

interface Stored {
  readonly said: Omit<Application, 'registeredAt' | 'forwardedAt' | 'receiptAt'>;
  readonly registeredAt: Instant;
  readonly forwardedAt: Instant | null;
  readonly receiptAt: Instant | null;
}

const select = `
  select json_strip_nulls(json_build_object('id', a.id, 'person', a.person, 'askedFor', a.asked_for, 'askedForName', c.process_name,
      'title', c.title, 'receivedOn', a.received_on, 'receivedBy', a.received_by, 'belongsTo', a.belongs_to, 'registeredBy', a.registered_by)) as said,
    a.registered_at as "registeredAt", a.forwarded_at as "forwardedAt",
    (select min(l.sent_at) from letter as l where l.tenant = a.tenant and l.instance = a.id and l.template = 'kvittering') as "receiptAt"
  from application as a join process_instance as c on c.tenant = a.tenant and c.id = a.id
  where a.tenant = $1 and $which
  order by a.registered_at desc, a.id desc limit 500`;
