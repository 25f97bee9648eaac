import { StoreUnavailable } from '../runtime/store-unavailable.js';
import { asStoreFailure } from './store-failure.js';

const failure = (message: string, told: object = {}): Error => Object.assign(new Error(message), told);

it.each([
  ['a server that is stopped', failure('terminating connection due to administrator command', { code: '57P01' })],
  ['a server that is gone', failure('connect', { code: 'ECONNREFUSED' })],
  ['a full disk', failure('could not extend file', { code: '53100' })],
  ['a database to read only', failure('cannot execute INSERT in a read-only transaction', { code: '25006' })],
  ['a lock that is held too long', failure('canceling statement due to statement timeout', { code: '57014' })],
  ['no free connection', failure('timeout exceeded when trying to connect')],
  ['Prisma without a connection', failure('read', { code: 'P2028' })],
  [
    'a connection that ends under Prisma',
    failure('Raw query failed. Code: `N/A`. Message: `Server has closed the connection.`', { code: 'P2010' }),
  ],
  [
    'what Prisma wraps',
    failure('read', { meta: { driverAdapterError: failure('', { cause: { originalCode: '57P03' } }) } }),
  ],
])('says of %s that the store is unavailable', (_what, told) => {
  expect(asStoreFailure(told)).toBeInstanceOf(StoreUnavailable);
});

it.each([
  ['a key that is taken', failure('duplicate key', { code: '23505' })],
  ['a statement that is wrong', failure('syntax error', { code: '42601' })],
  ['a defect of ours', failure('Expected an outcome')],
])('says of %s what it is', (_what, told) => {
  expect(asStoreFailure(told)).toBe(told);
});
