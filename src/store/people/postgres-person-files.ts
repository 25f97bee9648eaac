import type pg from 'pg';
import type {
  PersonFileChanges,
  PersonFileRequest,
  PersonFiles,
  KnownPersons,
} from '../../runtime/person-file-ports.js';
import type { FoundPerson, RegisteredPerson } from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import { ConcurrentChange, retryOnConcurrentChange } from '../process-instances/concurrent-change.js';
import { queryInTenant } from '../query-in-tenant.js';
import { together } from '../together.js';
import { sendAll, withTenant } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { countChange, insertPerson, selectPersons, updatePerson, valuesOf } from './person-statements.js';

/** The register of persons as files, in PostgreSQL. */
export class PostgresPersonFiles implements PersonFiles {
  constructor(private readonly pool: pg.Pool) {}

  async everybody(tenant: TenantId): Promise<readonly Id<'Actor'>[]> {
    const rows = await queryInTenant<{ id: Id<'Actor'> }>(this.pool, tenant, {
      text: selectEverybody,
      values: [tenant],
    });
    return rows.map(({ id }) => id);
  }

  take<Decision extends { readonly changes?: PersonFileChanges }>(
    tenant: TenantId,
    request: PersonFileRequest,
    decide: (known: KnownPersons) => Decision,
  ): Promise<Decision> {
    // Whether an id is taken is decided by everybody there is, also by whom the reader is not shown.
    return asSystem(() =>
      retryOnConcurrentChange(() =>
        withTenant(this.pool, tenant, async (transaction) => {
          const decision = decide(await lockKnown(transaction, tenant, request));
          if (decision.changes !== undefined) await write(transaction, tenant, { ...request, ...decision.changes });
          return decision;
        }),
      ),
    );
  }
}

async function lockKnown(
  transaction: Transaction,
  tenant: TenantId,
  { ids, names }: PersonFileRequest,
): Promise<KnownPersons> {
  await transaction.query(oneFileAtATime, [tenant]);
  await transaction.query(lockPersons, [tenant, ids]);
  const named = await transaction.query<{ person: RegisteredPerson }>(selectPersons, [tenant, ids]);
  const { rows: namesakes } = await transaction.query<{ person: FoundPerson }>(selectNamesakes, [tenant, names]);
  return {
    byId: new Map(named.rows.map(({ person }) => [person.id, person])),
    namesakes: namesakes.map(({ person }) => person),
  };
}

async function write(
  transaction: Transaction,
  tenant: TenantId,
  { entered, changed, by }: PersonFileChanges & Pick<PersonFileRequest, 'by'>,
): Promise<void> {
  const registered = await together(
    entered.map((one) => transaction.query(insertPerson, [tenant, one.id, ...valuesOf(one), by])),
  );
  // Somebody registered one of them by hand meanwhile: then it is known, and is decided once more.
  if (registered.some(({ rowCount }) => rowCount === 0))
    throw new ConcurrentChange('Expected nobody else to register persons of the file');
  await sendAll(
    transaction,
    changed.flatMap((one) => [
      { text: updatePerson, values: [tenant, one.id, ...valuesOf(one)] },
      { text: countChange, values: [tenant, one.id, by] },
    ]),
  );
}

const selectEverybody = `
  select id from registered_person where tenant = $1 and protection = 'none' order by name, id`;

const oneFileAtATime = `select pg_advisory_xact_lock(hashtextextended('person-file/' || $1, 0))`;

const lockPersons = `
  select from registered_person where tenant = $1 and id = any($2::text[]) order by id for update`;

const selectNamesakes = `
  select json_strip_nulls(json_build_object('id', id, 'name', name, 'bornOn', born_on)) as person
  from registered_person where tenant = $1 and name = any($2::text[]) and protection = 'none' order by id`;
