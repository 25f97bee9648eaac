import { routeTable } from '../src/api/access/route-table.js';
import { routesOfApi } from './architecture/routes.js';

it('has a row in the route table for every route of the API, and none for a route that is not there', async () => {
  const routes = await routesOfApi();

  expect(routes.length).toBeGreaterThan(60);
  expect([...routes].sort()).toEqual(Object.keys(routeTable).sort());
});
