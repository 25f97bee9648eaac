import type { ApiWorld } from './api-world.js';

/** What a test wants of a lease. */
export interface WantedLease {
  readonly person: string;
  readonly home: string;
  readonly fromOn?: string;
  readonly toOn?: string;
}

/** A home of the landlord's, let to a person whom the register knows; answers the lease. */
export async function createLeasedHome(
  world: ApiWorld,
  { person, home, fromOn = '2025-01-01', toOn }: WantedLease,
): Promise<string> {
  await world
    .as('liv')
    .post('persons', { id: person, name: person === 'siv' ? 'Siv Dahl' : person })
    .expect(201);
  const building = {
    ...{ id: `${home}-bygg`, name: 'Blokka', groups: ['rus'], owner: 'kommune', responsibleUnit: 'bst' },
    ...{ status: 'i-bruk', constraints: {}, repairRules: [] },
  };
  await world.as('bjorn').post('buildings', building).expect(201);
  const facts = {
    ...{ id: home, name: 'Leilighet 1', building: building.id, boligtype: 'Leilighet', egenskaper: [] },
    ...{ disposisjonsform: 'Kommunal', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
    ...{ leieTilEiePotensial: false, status: 'i-bruk' },
  };
  await world.as('bjorn').post('homes', facts).expect(201);
  const terms = { person, fromOn, ...(toOn === undefined ? {} : { toOn }), rent: 8000 };
  const { body } = await world.as('tor').post(`homes/${home}/tenancies`, terms).expect(201);
  return body.id;
}
