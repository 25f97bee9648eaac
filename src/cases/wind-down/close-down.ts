import type { HomeReader } from '../../runtime/homes/home-ports.js';
import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import { idOf } from '../../shared/id.js';
import { closeDownBuilding } from './close-down-building.js';
import { homesIn } from '../homes/homes-in.js';

/**
 * Job `avvikle-bygg`: the building `bygg` is being wound down by the council's case `saksnummer`; nobody is given a home there any more.
 * Gives `byggNavn`, and `boligerBorte`, how many homes that leaves the municipality without.
 */
export async function closeDown(homes: Pick<HomeReader, 'homes'>, { tenant, variables }: Job): Promise<RegisterWork> {
  const { bygg, saksnummer } = variables;
  const building = idOf<'Building'>(typeof bygg === 'string' ? bygg : '');
  const lost = (await homesIn(homes, tenant, building)).filter(({ status }) => status !== 'utgatt');
  const reason = `Botilbudet avvikles (sak ${typeof saksnummer === 'string' ? saksnummer : 'uten nummer'}).`;
  return new RegisterWork(closeDownBuilding(building, reason), { boligerBorte: lost.length });
}
