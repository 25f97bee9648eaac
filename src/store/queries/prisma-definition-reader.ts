import type { TenantId } from '../../runtime/ports.js';
import type { DefinitionReader, DefinitionRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { PrismaReads } from '../prisma-for.js';

const columns = { key: true, name: true, version: true, family: true, deployedAt: true, deployedBy: true } as const;

interface StoredVersion extends Omit<DefinitionRow, 'deployedAt' | 'latest'> {
  readonly deployedAt: Date;
}

/** Reads what is deployed from PostgreSQL. */
export class PrismaDefinitionReader implements DefinitionReader {
  constructor(private readonly reads: PrismaReads) {}

  async list(tenant: TenantId): Promise<readonly DefinitionRow[]> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.definition.findMany({
        where: { tenant },
        select: columns,
        distinct: ['key'],
        orderBy: [{ key: 'asc' }, { version: 'desc' }],
      }),
    );
    return stored
      .map((version) => rowOf(version, true))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'nb'));
  }

  async versions(tenant: TenantId, key: string): Promise<readonly DefinitionRow[]> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.definition.findMany({ where: { tenant, key }, select: columns, orderBy: { version: 'desc' } }),
    );
    return stored.map((version, index) => rowOf(version, index === 0));
  }

  async xml(tenant: TenantId, key: string, version: number): Promise<string | undefined> {
    const where = { tenant_key_version: { tenant, key, version } };
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.definition.findUnique({ where, select: { xml: true } }),
    );
    return stored?.xml;
  }

  async form(tenant: TenantId, id: string): Promise<JsonObject | undefined> {
    const stored = await this.reads.read(tenant, (prisma) =>
      prisma.form.findFirst({ where: { tenant, id }, select: { schema: true }, orderBy: { version: 'desc' } }),
    );
    return isSchema(stored?.schema) ? stored.schema : undefined;
  }
}

const rowOf = (stored: StoredVersion, latest: boolean): DefinitionRow => ({
  ...stored,
  deployedAt: stored.deployedAt.toISOString(),
  latest,
});

const isSchema = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
