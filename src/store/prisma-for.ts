import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { PrismaClient } from './generated/client.js';
import type { Prisma } from './generated/client.js';

/** Prisma inside one read-only transaction of a municipality. */
export type PrismaReader = Prisma.TransactionClient;

/** Runs reads in the name of a municipality; row-level security shows nothing else. */
export interface PrismaReads {
  read<Result>(tenant: TenantId, work: (prisma: PrismaReader) => Promise<Result>): Promise<Result>;
  /** Compiles Prisma's query engine, so that the first reader does not wait for it. */
  warmUp(): Promise<void>;
}

/** Reads through `pool`, which stays its maker's to end. */
export function createPrismaReads(pool: pg.Pool): PrismaReads {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema: 'public' }) });

  return {
    read: (tenant, work) =>
      prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw`select set_config('app.tenant', ${tenant}, true), set_config('transaction_read_only', 'on', true)`;
        return work(transaction);
      }),
    warmUp: async () => {
      await prisma.tenant.count();
    },
  };
}
