import type pg from 'pg';
import type {
  IncomingDocument,
  IncomingDocumentBook,
  JournalNumber,
  NewDocument,
} from '../../runtime/incoming-document.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withCasesOf } from '../with-tenant.js';
import type { Transaction } from '../with-tenant.js';
import { numbered } from './journal-entry.js';

/** Documents that came in and were entered by hand, in PostgreSQL. */
export class PostgresIncomingDocuments implements IncomingDocumentBook {
  constructor(private readonly pool: pg.Pool) {}

  enter(tenant: TenantId, document: NewDocument): Promise<JournalNumber | undefined> {
    return withCasesOf(this.pool, tenant, (transaction) => enterOnce(transaction, tenant, document));
  }

  async ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly IncomingDocument[]> {
    const asked = { text: selectOfCase, values: [tenant, id] };
    return (await queryInTenant<Stored>(this.pool, tenant, asked)).map(documentOf);
  }
}

/** Two who correct the same entry wait for each other at the case: the second finds it corrected. */
async function enterOnce(
  transaction: Transaction,
  tenant: TenantId,
  document: NewDocument,
): Promise<JournalNumber | undefined> {
  const { id, processInstanceId, correction } = document;
  await transaction.query(lockCase, [tenant, processInstanceId]);
  const { rows: entered } = await transaction.query<JournalNumber>(selectEntered, [tenant, id]);
  if (entered.length > 0) return entered[0];

  const corrects = await correctedBy(transaction, tenant, document);
  if (correction !== undefined && corrects === undefined) return undefined;
  const { rows } = await transaction.query<JournalNumber>(insertEntry, entryValues(tenant, document, corrects));
  await transaction.query(insertDocument, [...documentValues(tenant, document), rows[0]?.year, rows[0]?.number]);
  return rows[0];
}

async function correctedBy(
  transaction: Transaction,
  tenant: TenantId,
  { processInstanceId, correction }: NewDocument,
): Promise<JournalNumber | undefined> {
  if (correction === undefined) return undefined;
  const values = [tenant, processInstanceId, correction.of];
  return (await transaction.query<JournalNumber>(selectUncorrected, values)).rows[0];
}

const entryValues = (tenant: TenantId, document: NewDocument, corrects: JournalNumber | undefined) => {
  const { journalTitle, documentType, receivedOn, processInstanceId, cameBy, sender, exemption } = document;
  // A person is never named in the register: entries stay when their case is deleted.
  const correspondent = sender.kind === 'institution' ? sender.name : null;
  return [
    ...[tenant, journalTitle, documentType, receivedOn, processInstanceId, cameBy, correspondent],
    ...[sender.kind, exemption ?? null, corrects?.year ?? null, corrects?.number ?? null],
  ];
};

const documentValues = (tenant: TenantId, document: NewDocument) => {
  const { id, processInstanceId, receivedOn, sender, documentType, title, cameBy, exemption, keptAt } = document;
  const { of, reason, isVoid = false } = document.correction ?? {};
  return [
    ...[tenant, id, processInstanceId, receivedOn, sender.kind, 'name' in sender ? sender.name : null],
    ...[documentType, title, cameBy, exemption ?? null, keptAt, of ?? null, reason ?? null, isVoid, document.by],
  ];
};

type Stored = Pick<IncomingDocument, 'id' | 'year' | 'number' | 'registeredAt'> & {
  readonly said: Omit<IncomingDocument, 'id' | 'year' | 'number' | 'registeredAt'>;
};

const documentOf = ({ said, ...document }: Stored): IncomingDocument => ({ ...document, ...said });

const lockCase = 'select 1 from process_instance where tenant = $1 and id = $2 for update';

const selectEntered = 'select year, number from incoming_document where tenant = $1 and id = $2';

const selectUncorrected = `
  select d.year, d.number from incoming_document as d where d.tenant = $1 and d.instance = $2 and d.id = $3
    and not exists (select from incoming_document as c where c.tenant = d.tenant and c.corrects = d.id)`;

const insertEntry = `
  with entry as (
    select $1::text as tenant, (boligflyt_now() at time zone 'Europe/Oslo')::date as journaled_on),
  ${numbered}
  insert into journal_entry (tenant, year, number, kind, title, document_type, journaled_on, dated_on, instance, sent_by,
    correspondent, sender_kind, exemption, corrects_year, corrects_number)
  select $1, n.year, n.last, 'I', $2, $3, e.journaled_on, $4::date, $5, $6, $7, $8, $9, $10::int, $11::int
  from entry as e cross join numbered as n
  returning year, number`;

const insertDocument = `
  insert into incoming_document (tenant, id, instance, received_on, sender_kind, sender_name, document_type, title, came_by, exemption,
    kept_at, corrects, reason, is_void, registered_by, year, number, registered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, boligflyt_now())`;

const selectOfCase = `
  select id, year, number, registered_at as "registeredAt",
    json_strip_nulls(json_build_object('processInstanceId', instance, 'receivedOn', received_on,
      'sender', json_build_object('kind', sender_kind, 'name', sender_name), 'documentType', document_type, 'title', title,
      'cameBy', came_by, 'exemption', exemption, 'keptAt', kept_at, 'by', registered_by,
      'correction', case when corrects is not null
        then json_build_object('of', corrects, 'reason', reason, 'isVoid', is_void) end)) as said
  from incoming_document where tenant = $1 and instance = $2 order by registered_at, year, number`;
