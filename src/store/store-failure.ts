import { StoreUnavailable } from '../runtime/store-unavailable.js';

// Classes of SQLSTATE (PostgreSQL, appendix A): connection lost, no resources, ended by an operator or a limit, system error.
const classes: readonly string[] = ['08', '53', '57', '58'];
// read_only_sql_transaction, idle_in_transaction_session_timeout, lock_not_available
const states: readonly string[] = ['25006', '25P03', '55P03'];
// What the sockets say, and Prisma of the same things.
const codes: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
].concat(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']);
// Where the driver gives up by itself there is no code.
const words =
  /connection terminated|connection error|server has closed the connection|timeout exceeded when trying to connect|query read timeout|not queryable/i;

/** The failure as whoever asks the store must understand it: `StoreUnavailable` where asking later helps, else what it was. */
export const asStoreFailure = (failure: unknown): unknown =>
  !(failure instanceof StoreUnavailable) && isUnavailable(failure) ? new StoreUnavailable(failure) : failure;

/** For `catch`: throws the failure as whoever asks the store must understand it. */
export function throwStoreFailure(failure: unknown): never {
  throw asStoreFailure(failure);
}

function isUnavailable(failure: unknown): boolean {
  if (typeof failure !== 'object' || failure === null) return false;
  const { code, message, originalCode, cause, meta }: Told = failure;
  return (
    [code, originalCode].some(isUnavailableCode) ||
    (typeof message === 'string' && words.test(message)) ||
    isUnavailable(cause) ||
    isUnavailable(driverErrorOf(meta))
  );
}

interface Told {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly originalCode?: unknown;
  readonly cause?: unknown;
  readonly meta?: unknown;
}

const isUnavailableCode = (code: unknown): boolean =>
  typeof code === 'string' &&
  (codes.includes(code) || states.includes(code) || (code.length === 5 && classes.includes(code.slice(0, 2))));

const driverErrorOf = (meta: unknown): unknown =>
  typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta ? meta.driverAdapterError : undefined;
