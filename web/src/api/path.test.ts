import { pathOf } from './path.js';

it('fills in the names of a route and escapes what stands in them', () => {
  expect(pathOf('definitions/:key/versions/:version/xml', { key: 'bolig/tildeling', version: 3 })).toBe(
    'definitions/bolig%2Ftildeling/versions/3/xml',
  );
});
