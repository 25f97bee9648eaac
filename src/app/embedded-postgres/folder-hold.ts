import pg from 'pg';

/** Says that one Boligflyt, and no other, uses a data folder; gone with the process, however it ends. */
export interface FolderHold {
  release(): Promise<void>;
}

// The connection is the lock: the kernel closes it when the process dies, so no stale lock file can lie.
const LOCK = 5_261_733;

/** Takes hold of the server behind `url`, or undefined when another process has it. */
export async function holdFolder(url: string): Promise<FolderHold | undefined> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
  if (rows[0]?.held === true) return { release: () => client.end() };

  await client.end();
  return undefined;
}
