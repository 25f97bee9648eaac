import type pg from 'pg';
import { daysOfWays } from './days-of-ways.js';
import type { EnteredNode } from './days-of-ways.js';
import { localDateOf, type ProcessEvent } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseFilter, CaseReader, CaseRow, CaseState, JournalRow, LetterRow } from '../../runtime/read-ports.js';
import type { Reader } from '../../runtime/reader.js';
import { idOf } from '../../shared/id.js';
import type { Id } from '../../shared/id.js';
import type { Prisma } from '../generated/client.js';
import type { PrismaReads } from '../prisma-for.js';
import { sharedLookup } from '../shared-lookup.js';
import { caseColumns, caseRow } from './case-row.js';
import { findCases } from './find-cases.js';
import { findSnapshots } from './find-snapshots.js';
import { hiddenFrom, visibleTo, wholeFor } from './visible-to.js';

type CaseId = Id<'ProcessInstance'>;
type AskedWays = Parameters<CaseReader['daysBetweenNodes']>[1];

const mostRows = 500;

/** Reads cases from PostgreSQL. */
export class PrismaCaseReader implements CaseReader {
  readonly find: CaseReader['find'];
  readonly snapshot: CaseReader['snapshot'];

  /** Single cases and their snapshots are looked up over `lookups`, whose connections must pipeline. */
  constructor(
    private readonly reads: PrismaReads,
    lookups: pg.Pool,
  ) {
    this.find = sharedLookup(
      (tenant, ids: readonly CaseId[]) => findCases(lookups, tenant, ids),
      ({ id }) => id,
    );
    this.snapshot = sharedLookup(
      (tenant, ids: readonly CaseId[]) => findSnapshots(lookups, tenant, ids),
      ({ id }) => id,
    );
  }

  async list(reader: Reader, filter: CaseFilter): Promise<readonly CaseRow[]> {
    const stored = await this.reads.read(reader.tenant, async (prisma) =>
      prisma.processInstance.findMany({
        where: { AND: [visibleTo(reader, await hiddenFrom(reader, prisma)), wanted(filter)] },
        select: caseColumns,
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        take: mostRows,
      }),
    );
    return stored.map(caseRow);
  }

  async wholeAmong(reader: Reader, ids: readonly CaseId[]): Promise<readonly CaseId[]> {
    const whole = wholeFor(reader);
    const stored = await this.reads.read(reader.tenant, async (prisma) =>
      prisma.processInstance.findMany({
        where: { AND: [visibleTo(whole, await hiddenFrom(reader, prisma)), { id: { in: [...ids] } }] },
        select: { id: true },
      }),
    );
    return stored.map(({ id }) => idOf<'ProcessInstance'>(id));
  }

  journal(tenant: TenantId, id: CaseId): Promise<readonly JournalRow[]> {
    return this.reads.read(
      tenant,
      (prisma) =>
        prisma.$queryRaw<{ seq: number; actor: Id<'Actor'>; event: ProcessEvent }[]>`
          select seq, actor, payload as event from journal_event where tenant = ${tenant} and instance = ${id} order by seq`,
    );
  }

  async letters(tenant: TenantId, id: CaseId): Promise<readonly LetterRow[]> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.letter.findMany({
        where: { tenant, instance: id },
        orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
        include: { posted: true },
      }),
    );
    return stored.map((letter) => ({
      id: letter.id,
      template: letter.template,
      title: letter.title,
      text: letter.text,
      at: letter.sentAt.toISOString(),
      checksum: letter.checksum,
      ...(letter.toActor === null ? {} : { to: idOf<'Actor'>(letter.toActor) }),
      byPost: letter.byPost || letter.posted !== null,
      ...(letter.posted === null ? {} : { posted: postingOf(letter.posted, letter.sentAt) }),
    }));
  }

  async daysBetweenNodes(
    tenant: TenantId,
    { process, ways, except }: AskedWays,
  ): Promise<readonly (readonly number[])[]> {
    const nodes = ways.flatMap(({ from, to }) => [...from, ...to]);
    const rows = await this.reads.read(
      tenant,
      (prisma) =>
        prisma.$queryRaw<EnteredNode[]>`
          select j.instance, j.payload ->> 'node' as node, min((j.at at time zone 'Europe/Oslo')::date)::text as "on"
          from journal_event as j
          join process_instance as c on c.tenant = j.tenant and c.id = j.instance
          where j.tenant = ${tenant} and c.definition_key = ${process} and c.id <> ${except} and j.type = 'NodeEntered'
            and j.payload ->> 'node' = any(${nodes})
          group by j.instance, j.payload ->> 'node'`,
    );
    return daysOfWays(rows, ways);
  }
}

function wanted({
  process,
  family,
  exceptFamily,
  state,
  phase,
  subject,
  parentId,
  parents,
  openIn,
}: CaseFilter): Prisma.ProcessInstanceWhereInput {
  return {
    ...(process === undefined ? {} : { definitionKey: process }),
    ...(family === undefined ? {} : { family }),
    ...(exceptFamily === undefined ? {} : { NOT: { family: exceptFamily } }),
    ...(state === undefined ? {} : stateCondition(state)),
    ...(phase === undefined ? {} : { phase }),
    ...(subject === undefined ? {} : { subject }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(parents === undefined ? {} : { parentId: { in: [...parents] } }),
    ...(openIn === undefined ? {} : openWithin(openIn)),
  };
}

// Those of before there was a list to post from went on the day they were written.
const postingOf = (
  { arrivesOn, postedOn }: { readonly arrivesOn: Date; readonly postedOn: Date | null },
  sentAt: Date,
): NonNullable<LetterRow['posted']> => ({
  on: postedOn?.toISOString().slice(0, 10) ?? localDateOf(sentAt.toISOString()),
  arrivesOn: arrivesOn.toISOString().slice(0, 10),
});

const openWithin = ({ from, until }: NonNullable<CaseFilter['openIn']>): Prisma.ProcessInstanceWhereInput => ({
  startedAt: { lt: until },
  OR: [{ endedAt: null }, { endedAt: { gte: from } }],
});

function stateCondition(state: CaseState): Prisma.ProcessInstanceWhereInput {
  if (state === 'incident') return { state: 'active', hasIncident: true };
  return state === 'active' ? { state, hasIncident: false } : { state };
}
