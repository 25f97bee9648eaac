import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { accessSettings } from './access-settings.js';
import { PrismaClient } from './generated/client.js';
import { throwStoreFailure } from './store-failure.js';
import type { Prisma } from './generated/client.js';

/** Prisma inside one read-only transaction of a municipality. */
export type PrismaReader = Prisma.TransactionClient;

/** Runs reads in the name of a municipality and of whoever reads now; row-level security shows nothing else. */
export interface PrismaReads {
  read<Result>(tenant: TenantId, work: (prisma: PrismaReader) => Promise<Result>): Promise<Result>;
  /** The same, but every statement sees what was there at the first one. */
  readAtOneMoment<Result>(tenant: TenantId, work: (prisma: PrismaReader) => Promise<Result>): Promise<Result>;
  /** Compiles Prisma's query engine, so that the first reader does not wait for it. */
  warmUp(): Promise<void>;
}

// Prisma's own two seconds refuse readers who come twenty at a time on a busy machine, and who is refused asks again. Reads hold no
// locks: they may last as long as the server lets a statement last (pool.ts).
const transactionOptions = { maxWait: 10_000, timeout: 15_000 };

/** Reads through `pool`, which stays its maker's to end. Who waits ten seconds for a connection is told `StoreUnavailable`. */
export function createPrismaReads(pool: pg.Pool): PrismaReads {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema: 'public' }), transactionOptions });
  const readOnly = <Result>(tenant: TenantId, work: (prisma: PrismaReader) => Promise<Result>) => {
    // Before Prisma waits for a connection: who reads is whoever asks now.
    const { roles, reader } = accessSettings(tenant);
    return async (transaction: PrismaReader): Promise<Result> => {
      await transaction.$executeRaw`select set_config('app.tenant', ${tenant}, true), set_config('app.reader_roles', ${roles}, true),
          set_config('app.reader', ${reader}, true), set_config('transaction_read_only', 'on', true)`;
      return work(transaction);
    };
  };

  return {
    read: (tenant, work) => prisma.$transaction(readOnly(tenant, work)).catch(throwStoreFailure),
    readAtOneMoment: (tenant, work) =>
      prisma.$transaction(readOnly(tenant, work), { isolationLevel: 'RepeatableRead' }).catch(throwStoreFailure),
    warmUp: async () => {
      await prisma.tenant.count();
    },
  };
}
