import type { ApiWorld } from './api-world.js';

/** A vacant home that a test wants: by id, what it is called. */
export type WantedHomes = Readonly<Record<string, string>>;

/** Two homes with an own entrance, by id. */
export const twoSmallHouses: WantedHomes = { 'tun-3': 'Småhus tun 3', 'tun-5': 'Småhus tun 5' };

/** Enters a building for people who use drugs, and vacant homes with an own entrance in it. */
export async function enterVacantHomes(
  world: ApiWorld,
  homes: WantedHomes = twoSmallHouses,
  building: object = {},
): Promise<void> {
  const place = {
    ...{ id: 'tun', name: 'Tunet', groups: ['rus'], owner: 'kommune', responsibleUnit: 'rus', status: 'i-bruk' },
    ...{ constraints: {}, repairRules: [] },
    ...building,
  };
  await world.as('bjorn').post('buildings', place).expect(201);
  for (const [id, name] of Object.entries(homes)) {
    const home = {
      ...{ id, name, building: place.id, boligtype: 'Hus', egenskaper: ['egen inngang'], leiekostnad: 9500 },
      ...{ disposisjonsform: 'Eid', erBofellesskap: false, erTilgjengeligForRullestolbruker: false },
      ...{ leieTilEiePotensial: false, status: 'i-bruk' },
    };
    await world.as('bjorn').post('homes', home).expect(201);
  }
}
