import { redisPlace } from './redis-place.js';

it('reads one Redis with a login and a database, over TLS', () => {
  expect(redisPlace('rediss://queue:p%40ss@redis.test:6380/3')).toEqual({
    kind: 'one',
    nodes: [{ host: 'redis.test', port: 6380 }],
    name: '',
    login: { username: 'queue', password: 'p@ss' },
    isEncrypted: true,
    db: 3,
  });
});

it('reads a cluster of two nodes, one on the usual port', () => {
  const { kind, nodes, db } = redisPlace('redis+cluster://a:7000,[::1]');

  expect({ kind, nodes, db }).toEqual({
    kind: 'cluster',
    nodes: [
      { host: 'a', port: 7000 },
      { host: '::1', port: 6379 },
    ],
    db: 0,
  });
});

it.each([
  ['redis+sentinel://a:5000,b/boligflyt/2', 'boligflyt', 2],
  ['redis+sentinel://a:5000,b/boligflyt', 'boligflyt', 0],
  ['redis+sentinel://a:5000,b', 'mymaster', 0],
])('reads Sentinels and what they call those they watch: %s', (url, name, db) => {
  const place = redisPlace(url);

  expect([place.kind, place.name, place.db]).toEqual(['sentinel', name, db]);
  expect(place.nodes).toEqual([
    { host: 'a', port: 5000 },
    { host: 'b', port: 26_379 },
  ]);
});
