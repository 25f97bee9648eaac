import pg from 'pg';

// Instants stay what they are everywhere else in Boligflyt, ISO 8601 text: `Date` would lose the zone and gain a clock.
// Connections speak UTC (see `options` below), so that PostgreSQL's text needs no arithmetic.
const instantOids = new Set<number>([pg.types.builtins.TIMESTAMPTZ]);
const asTextOids = new Set<number>([pg.types.builtins.DATE]);

const toInstant = (text: string): string => `${text.slice(0, 10)}T${withMilliseconds(text.slice(11, -3))}Z`;
const withMilliseconds = (time: string): string => `${time}${time.includes('.') ? '' : '.'}000`.slice(0, 12);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format !== 'binary' && instantOids.has(oid)) return toInstant;
    if (format !== 'binary' && asTextOids.has(oid)) return (text: string) => text;
    return pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text');
  },
};

const longerThanAnyStatementMs = 20_000;

/** How connections are to be used. */
export interface PoolOptions {
  readonly max?: number;
  readonly patienceMs?: number;
  /** True: statements are sent without waiting for the answers to earlier ones. One that fails must be in a transaction. */
  readonly pipeline?: boolean;
}

/**
 * Connections that have given up the rights of the login role for those of the application. A statement ends after 15 s and a transaction in which nothing
 * happens after 10 s, so that no lock is held for ever. A server that is silent for `patienceMs` is given up: whoever waits for it is told.
 */
export function createPool(
  url: string,
  { max = 10, patienceMs = longerThanAnyStatementMs, pipeline = false }: PoolOptions = {},
): pg.Pool {
  const settings = {
    role: 'boligflyt_app',
    // Until a transaction says who reads, nobody does. A version that knew nothing of this never says it, and is shown what it was.
    'app.reader_roles': 'nobody',
    // How many tables that version knows to be guarded: the one before knew of persons only, and changes cases without saying who reads.
    'app.row_access': '2',
    search_path: 'public',
    TimeZone: 'UTC',
    DateStyle: 'ISO',
    statement_timeout: '15s',
    idle_in_transaction_session_timeout: '10s',
  };
  const sending = { pipeline };
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    ...sending,
    // The server's own limits end nothing where the server, or the way to it, is gone without a word.
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  return survive(pool);
}

/**
 * Lets connections of a pool die: whoever asks next over one is told, and the pool takes another. The driver says it as an event where
 * nobody asks, and one that nobody hears ends the process. A connection changes hands in a breath in which neither the pool nor the
 * borrower listens, and the server's last word can come in that breath: so somebody listens for as long as it lives.
 */
export function survive(pool: pg.Pool): pg.Pool {
  return pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
}
