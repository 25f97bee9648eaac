import { sourceOfAddress } from './source-of-address.js';

it('keeps 16 bits: the same for one address however it is written, another for the neighbour', () => {
  const source = sourceOfAddress('203.0.113.7');

  expect(source).toBeLessThan(65_536);
  expect(sourceOfAddress('::ffff:203.0.113.7')).toBe(source);
  expect(sourceOfAddress('203.0.113.8')).not.toBe(source);
});

it('counts the /64 of a household with IPv6 as one, and the next /64 as another', () => {
  const household = sourceOfAddress('2001:db8:0:1::5');

  expect(sourceOfAddress('2001:DB8:0:1:aaaa:bbbb:cccc:dddd')).toBe(household);
  expect(sourceOfAddress('2001:db8::1:0:0:0:9%eth0')).toBe(household);
  expect(sourceOfAddress('2001:db8:0:2::5')).not.toBe(household);
});
