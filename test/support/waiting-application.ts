import type { ApiWorld } from './api-world.js';
import { createCaseworker } from './caseworker.js';

/** An application of somebody who has been granted a home and stands on the waiting list from now on; answers the case. */
export async function waitingApplication(world: ApiWorld, person: string, known: object): Promise<string> {
  const kari = createCaseworker(world, 'kari');
  const id = await kari.applicationOf(person);
  const mapped = {
    rettsgrunnlag: 'kommunal-bolig',
    behov: 'To rom',
    onsker: 'Nær bussen',
    trengerSamarbeidsmote: false,
  };
  await kari.does(id, 'Kartlegg behov med søker', { ...mapped, ...known });
  await kari.does(id, 'Fatt vedtak om kommunal bolig', {
    hjemmel: 'kommunal-bolig',
    resultat: 'innvilget',
    vedtakBegrunnelse: 'Du mangler bolig.',
  });
  const order = { boliggruppe: 'rus', nattevakt: false, egenInngang: true };
  await kari.does(id, 'Send bestilling til boligsosialt team', order);
  return id;
}
